import { survivalText } from './survival-text';

describe('survival for people', () => {
  it('sets each quantile beside its interval, with a dash for what is not reached', () => {
    const quantiles = [
      { p: 0.25, value: 170, lower: 144, upper: 194 },
      { p: 0.5, value: 0.1 + 0.2, lower: 0, upper: null },
      { p: 0.75, value: null, lower: null, upper: null },
    ];
    const lines = survivalText({ groups: [{ key: '1', n: 9, events: 5, quantiles }] }, 'sex', 'log').split(
      '\n',
    );
    expect(lines[0]).toMatch(/^sex +n +events +by 25 % +by 50 % +by 75 %$/);
    expect(lines[2]).toMatch(/^1 +9 +5 +170 \(144 to 194\) +0\.3 \(0 to -\) +- \(- to -\)$/);
    expect(lines.slice(4).join(' ')).toContain('(log)');
  });
});
