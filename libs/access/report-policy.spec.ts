import { ROLES, type Role } from '@ledtid/workflow';
import { REPORT_READERS, holderToShow } from './report-policy';

const as = (roles: readonly Role[], ...organisations: string[]) => ({ roles, organisations });
const UNKNOWN = expect.objectContaining({ code: 'holder-unknown' }) as object;

describe('whose own view somebody may read', () => {
  it.each([
    ['its own, unasked', as(['data_holder'], 'norr'), undefined, { holder: 'norr' }],
    ['its own, by name', as(['data_holder'], 'norr'), 'norr', { holder: 'norr' }],
    ["not another holder's", as(['data_holder'], 'norr'), 'hjarta', UNKNOWN],
    [
      'of several the one that it names',
      as(['data_holder'], 'norr', 'hjarta'),
      'hjarta',
      { holder: 'hjarta' },
    ],
    ['of several none unasked', as(['data_holder'], 'norr', 'hjarta'), undefined, {}],
    ['without an organisation none', as(['data_holder']), undefined, {}],
    ['without an organisation none by name either', as(['data_holder']), 'norr', UNKNOWN],
    ['not even by an empty name', as(['data_holder'], 'norr'), '', UNKNOWN],
    [
      'of anybody where another role reads reports',
      as(['data_holder', 'manager'], 'norr'),
      'hjarta',
      { holder: 'hjarta' },
    ],
  ])('a data holder: %s', (_what, reader, asked, answer) => {
    expect(holderToShow(reader, asked)).toEqual(answer);
  });

  it('everybody who reads reports: of any holder, and of none that is not named', () => {
    for (const role of REPORT_READERS) {
      expect(holderToShow(as([role], 'norr'), 'hjarta')).toEqual({ holder: 'hjarta' });
      expect(holderToShow(as([role], 'norr'), undefined)).toEqual({});
    }
  });

  it('nobody else, whatever the organisation', () => {
    const others = ROLES.filter(
      (role) => role !== 'data_holder' && !REPORT_READERS.some((one) => one === role),
    );
    expect(others).toEqual(['applicant', 'environment_operator']);
    for (const role of others) {
      expect(holderToShow(as([role], 'norr'), 'norr')).toEqual(UNKNOWN);
      expect(holderToShow(as([role], 'norr'), undefined)).toEqual({});
    }
  });
});
