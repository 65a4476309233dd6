import { exampleCase } from '../../../test/support/example-workflow';
import { REFUSAL_CODES, refuse, refuseByGuard } from './refusals';

const sentences = (text: string) => text.split(/[.!]\s+/).length;

describe('a refusal', () => {
  it.each(REFUSAL_CODES)('%s says in both languages what is so and what to do', (code) => {
    const { text } = refuse(code);
    expect(text.sv).not.toBe(text.en);
    for (const said of [text.sv, text.en]) {
      expect(said).toMatch(/^\p{Lu}.*\.$/su);
      expect(sentences(said)).toBeGreaterThan(1);
    }
  });

  it('has a stable kebab-case code', () => {
    for (const code of REFUSAL_CODES) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('by a guard has the text of its workflow', () => {
    expect(refuseByGuard(exampleCase, 'no-holder-named')).toEqual({
      ...{ refusal: 'conflict', code: 'no-holder-named' },
      text: exampleCase.texts.refusals['no-holder-named'],
    });
  });
});
