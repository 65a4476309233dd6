import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { kaplanMeier, survivalQuantile } from '@ledtid/lead-time';
import { describeWithSharedData, sharedData } from '../support/shared-data';

describeWithSharedData('Survival of the NCCTG lung cancer cohort', () => {
  it('has the published median and quartiles', () => {
    const rows = parse<{ time: string; status: string }>(readFileSync(sharedData('clinical/lung.csv')), {
      columns: true,
    });
    const observations = rows.map(({ time, status }) => ({
      entry: 0,
      time: Number(time),
      event: status === '2',
    }));
    const steps = kaplanMeier(observations);
    expect(observations).toHaveLength(228);
    expect(steps.reduce((sum, { events }) => sum + events, 0)).toBe(165);
    expect([0.25, 0.5, 0.75].map((p) => survivalQuantile(steps, p))).toEqual([170, 310, 550]);
  });
});
