import { AccessRecords1795306180000 } from './2026-11-22-access-records';
import { AppendOnlyLedger1795305660000 } from './2026-11-22-append-only-ledger';
import { CaseSheets1795306000000 } from './2026-11-22-case-sheets';
import { CaseTables1795305600000 } from './2026-11-22-case-tables';
import { CaseVisits1795306120000 } from './2026-11-22-case-visits';
import { CauseAsked1795305840000 } from './2026-11-22-cause-asked';
import { Characteristics1795305780000 } from './2026-11-22-characteristics';
import { Checkpoints1795306360000 } from './2026-11-22-checkpoints';
import { EventLogs1795305720000 } from './2026-11-22-event-logs';
import { LedgerByType1795306060000 } from './2026-11-22-ledger-by-type';
import { ReportIndexes1795305900000 } from './2026-11-22-report-indexes';
import { Sessions1795306240000 } from './2026-11-22-sessions';
import { WordsAndNumbers1795306300000 } from './2026-11-22-words-and-numbers';

/** Every migration, in the order of the numbers in their names, which is the order in which they run. */
export const MIGRATIONS = [
  ...[CaseTables1795305600000, AppendOnlyLedger1795305660000, EventLogs1795305720000],
  Characteristics1795305780000,
  CauseAsked1795305840000,
  ReportIndexes1795305900000,
  CaseSheets1795306000000,
  LedgerByType1795306060000,
  CaseVisits1795306120000,
  AccessRecords1795306180000,
  Sessions1795306240000,
  WordsAndNumbers1795306300000,
  Checkpoints1795306360000,
];
