import { AccessInCheckpoints1795306600000 } from './2026-11-22-access-in-checkpoints';
import { AccessRecords1795306180000 } from './2026-11-22-access-records';
import { AppendOnlyLedger1795305660000 } from './2026-11-22-append-only-ledger';
import { CaseSheets1795306000000 } from './2026-11-22-case-sheets';
import { CaseTables1795305600000 } from './2026-11-22-case-tables';
import { CaseTurns1795307020000 } from './2026-11-22-case-turns';
import { CaseVisits1795306120000 } from './2026-11-22-case-visits';
import { CauseAsked1795305840000 } from './2026-11-22-cause-asked';
import { Characteristics1795305780000 } from './2026-11-22-characteristics';
import { Checkpoints1795306360000 } from './2026-11-22-checkpoints';
import { ClocksOfCases1795306420000 } from './2026-11-22-clocks-of-cases';
import { CountedAttempts1795306780000 } from './2026-11-22-counted-attempts';
import { EndedSessions1795306720000 } from './2026-11-22-ended-sessions';
import { Documents1795306840000 } from './2026-11-22-documents';
import { Conflicts1795306900000 } from './2026-11-22-conflicts';
import { Delegations1795306960000 } from './2026-11-22-delegations';
import { EventLogs1795305720000 } from './2026-11-22-event-logs';
import { InstancesOfHolders1795307080000 } from './2026-11-22-instances-of-holders';
import { LedgerByType1795306060000 } from './2026-11-22-ledger-by-type';
import { MessageMarks1795307140000 } from './2026-11-22-message-marks';
import { PrunedLooks1795306660000 } from './2026-11-22-pruned-looks';
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
  ClocksOfCases1795306420000,
  AccessInCheckpoints1795306600000,
  PrunedLooks1795306660000,
  EndedSessions1795306720000,
  CountedAttempts1795306780000,
  Documents1795306840000,
  Conflicts1795306900000,
  Delegations1795306960000,
  CaseTurns1795307020000,
  InstancesOfHolders1795307080000,
  MessageMarks1795307140000,
];
