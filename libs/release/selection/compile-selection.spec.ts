import { DEMONSTRATION_DESCRIPTIONS, demonstrationSelection } from '../demonstration/demonstration-permit';
import { columnsNeeded } from './columns-needed';
import {
  compilePopulation,
  compileRowFilter,
  populationsNeeded,
  populationsYielded,
} from './compile-selection';
import type { DatasetDescription } from './dataset-description';

const selection = demonstrationSelection('permit-1');

describe('compiling a selection', () => {
  it('puts every value into a parameter and every name into quotes', () => {
    const hostile = `x" FROM secrets; --`;
    const description: DatasetDescription = {
      ...DEMONSTRATION_DESCRIPTIONS[0]!,
      variables: [{ name: hostile, type: 'text' }],
    };
    const statement = compilePopulation(
      {
        dataset: 'patients',
        holder: 'region-norr',
        variables: [hostile],
        population: { where: { variable: hostile, operator: '=', value: `'; DROP TABLE x; --` } },
      },
      [description],
    );
    expect(statement.sql).toContain(`r0."x"" FROM secrets; --" = CAST($1 AS VARCHAR)`);
    expect(statement.sql).not.toContain('DROP TABLE');
    expect(statement.parameters).toEqual([`'; DROP TABLE x; --`]);
  });

  it('numbers the parameters of rows and period in one go', () => {
    const events = {
      ...selection.datasets[2]!,
      rows: { variable: 'event', operator: 'in' as const, values: ['stroke', 'infarction'] },
    };
    const filter = compileRowFilter(events, DEMONSTRATION_DESCRIPTIONS);
    expect(filter.parameters).toEqual(['stroke', 'infarction', '2018-01-01', '2026-01-01']);
    expect(filter.sql).toContain('$4');
  });

  it('reads released variables and those of conditions, and nothing else of the holder', () => {
    const needed = columnsNeeded(selection, 'region-norr');
    expect([...needed.get('laboratory')!].sort()).toEqual(['taken_on', 'test', 'value']);
    expect([...needed.get('patients')!]).not.toContain('included_on');
    expect(needed.has('heart-events')).toBe(false);
  });

  it('says which holder’s release depends on which', () => {
    expect(populationsNeeded(selection, 'registry-hjarta')).toEqual([
      { dataset: 'patients', holder: 'region-norr' },
    ]);
    expect(populationsNeeded(selection, 'region-norr')).toEqual([]);
    expect(populationsYielded(selection, 'region-norr')).toEqual(['patients']);
    expect(populationsYielded(selection, 'registry-hjarta')).toEqual([]);
  });
});
