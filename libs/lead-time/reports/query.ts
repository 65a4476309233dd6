import { type CivilDate, type Instant, isCivilDate, startOfDay } from '@ledtid/time';
import { CHARACTERISTICS, type CharacteristicKind, isCharacteristic } from '@ledtid/workflow';
import { CHARACTERISTIC_KINDS, type CaseFilters } from '../cases/wanted';
import { type Refusal, isRefusal, refusal } from '../refusal';
import { type ListPage, listPage } from './list-page';
import { DIMENSIONS, type Dimension } from './report';

/** What is asked for, as it comes from the command line or over HTTP. Of a characteristic: one of its codes. */
export interface ReportQuery extends Partial<Record<CharacteristicKind, string>> {
  /** Name of an imported log; without it the report is over the body's own cases. */
  log?: string;
  /** The period [from, to): whole days in Stockholm, `to` not counted. */
  from?: string;
  to?: string;
  by?: string;
  /** Key of a workflow whose instances are the cases. Default: the instances without a parent. */
  workflow?: string;
  /** Only cases in which this holder takes part. */
  holder?: string;
  /** Only the case of this registration number or id. */
  case?: string;
  /** Language of the definition. Default `en`. */
  language?: string;
  /** Rows of a list within the report, and where the page before ended. */
  limit?: string | number;
  cursor?: string;
  /** Whether the reader may see cases, so that a list may name them. Default: no. */
  namesCases?: boolean;
}

/** The same, understood. */
export interface CheckedQuery {
  log: string | null;
  from: CivilDate | null;
  to: CivilDate | null;
  by: Dimension;
  filters: CaseFilters;
  language: 'en' | 'sv';
  page: ListPage;
  namesCases: boolean;
}

/** `dimensions`: what the rows of the report asked for can be, the usual first. */
export function checkQuery(
  query: ReportQuery,
  dimensions: readonly [Dimension, ...Dimension[]] = DIMENSIONS,
): CheckedQuery | Refusal {
  const wrong =
    wrongPeriod(query) ??
    wrongDimension(query, dimensions) ??
    wrongCharacteristic(query) ??
    wrongLanguage(query);
  if (wrong !== null) return wrong;
  const page = listPage(query.limit, query.cursor);
  if (isRefusal(page)) return page;
  return {
    log: query.log ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    by: (query.by ?? dimensions[0]) as Dimension,
    filters: filtersIn(query),
    language: query.language === 'sv' ? 'sv' : 'en',
    page,
    namesCases: query.namesCases ?? false,
  };
}

function filtersIn(query: ReportQuery): CaseFilters {
  const { workflow = null, holder = null, case: id = null } = query;
  const told = CHARACTERISTIC_KINDS.map((kind) => [kind, query[kind] ?? null] as const);
  return { workflow, holder, case: id, ...Object.fromEntries(told) };
}

/** 00:00 in Stockholm of a civil date; null stays null. */
export function periodBound(date: CivilDate | null): Instant | null {
  return date === null ? null : startOfDay(date);
}

/** Months are counted one by one from the first day: before files were kept, and after calendars end, nobody asks. */
const [EARLIEST, LATEST] = ['1900-01-01', '2199-12-31'];

function wrongPeriod({ from, to }: ReportQuery): Refusal | null {
  for (const date of [from, to]) {
    if (date === undefined || isCivilDate(date)) continue;
    return refusal('bad-period', `"${date}" is not a date.`, 'Write from and to as YYYY-MM-DD.');
  }
  if (from !== undefined && (from < EARLIEST || from > LATEST)) {
    return refusal('bad-period', `No period begins on ${from}.`, `Begin between ${EARLIEST} and ${LATEST}.`);
  }
  if (from === undefined || to === undefined || from < to) return null;
  return refusal(
    'bad-period',
    `The period from ${from} to ${to} is empty.`,
    'Give a `to` later than `from`.',
  );
}

function wrongDimension({ by }: ReportQuery, dimensions: readonly Dimension[]): Refusal | null {
  if (by === undefined || (dimensions as readonly string[]).includes(by)) return null;
  return refusal('unknown-dimension', `There are no rows by "${by}".`, `Ask by ${dimensions.join(', ')}.`);
}

function wrongCharacteristic(query: ReportQuery): Refusal | null {
  for (const kind of CHARACTERISTIC_KINDS) {
    const code = query[kind];
    if (code === undefined || isCharacteristic(kind, code)) continue;
    const known = Object.keys(CHARACTERISTICS[kind].codes).join(', ');
    return refusal('unknown-filter-value', `There is no ${kind} "${code}".`, `Ask for one of ${known}.`);
  }
  return null;
}

function wrongLanguage({ language }: ReportQuery): Refusal | null {
  if (language === undefined || language === 'en' || language === 'sv') return null;
  return refusal('unknown-language', `There is no "${language}" here.`, 'Ask for en or sv.');
}
