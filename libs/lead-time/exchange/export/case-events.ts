import { toInstant } from '@ledtid/time';
import { IdleTime } from '../../cases/idle';
import { type Visit, visitSince, visitsOf } from '../../cases/visits';
import { portionsOfVisit } from '../../reports/case-figures';
import { VISIT_KEYS } from '../../reports/dimension-keys';
import { STANDARD_COLUMNS } from '../log-event';
import { holderId } from './case-objects';
import type { ExportedAttribute, ExportedEvent, Relation } from './exported-log';
import type { NamedCase } from './own-cases';

/** Who did it is left out on purpose: a log of cases names no person. */
export const VISIT_ATTRIBUTES: readonly ExportedAttribute[] = [
  { name: STANDARD_COLUMNS.start, type: 'time' },
  { name: STANDARD_COLUMNS.lifecycle, type: 'text' },
  { name: 'party', type: 'text' },
  { name: 'holder', type: 'text' },
  { name: 'waiting_seconds', type: 'number' },
  { name: 'assigned_seconds', type: 'number' },
  { name: 'paused_seconds', type: 'number' },
];

/** The event with which every case begins. Import makes no visit of a case's first event, and so loses none. */
const SUBMISSION = 'submission';
const COMPLETE = 'complete';

/**
 * A case as events: its submission, then each visit of a stage as it ended, with its own start. These are the
 * visits that the lead-time table counts as closed; open ones have no event yet.
 */
export function eventsOf(known: NamedCase): ExportedEvent[] {
  const { name, frame } = known;
  const submission = {
    ...{ caseId: name, number: 1, activity: SUBMISSION, time: toInstant(frame.start), related: [] },
    values: [null, COMPLETE, 'applicant', null, 0, 0, 0],
  };
  const idle = new IdleTime(known.history);
  return [submission, ...closedVisits(known).map((visit, index) => eventOf(known, visit, index + 2, idle))];
}

type ClosedVisit = Visit & { end: number };

function closedVisits({ history, frame }: NamedCase): ClosedVisit[] {
  return visitsOf(history, VISIT_KEYS.stage, frame.horizon)
    .map((visit) => visitSince(visit, frame.start, frame))
    .filter((visit): visit is ClosedVisit => visit !== null && visit.end !== null)
    .sort((a, b) => a.end - b.end || a.start - b.start);
}

function eventOf(known: NamedCase, visit: ClosedVisit, number: number, idle: IdleTime): ExportedEvent {
  const holder = holderOf(visit);
  const { waiting, assigned, paused } = portionsOfVisit(visit, idle);
  const portions = [waiting, assigned, paused].map((milliseconds) => milliseconds / 1000);
  const values = [toInstant(visit.start), COMPLETE, partyOf(visit), holder, ...portions];
  return {
    ...{ caseId: known.name, number, activity: visit.key, time: toInstant(visit.end), values },
    related: relatedTo(known, visit, holder),
  };
}

/** Whose stage it is: a pause is spent with another party, whose stage it does not become. */
function partyOf({ spans }: Visit): string | null {
  return (spans.find(({ activity }) => activity !== 'paused') ?? spans[0])?.party ?? null;
}

function holderOf({ spans }: Visit): string | null {
  return spans.find(({ holder }) => holder !== null)?.holder ?? null;
}

function relatedTo({ history }: NamedCase, { instanceId }: Visit, holder: string | null): Relation[] {
  return [
    ...(instanceId === history.caseId ? [] : [{ objectId: instanceId, qualifier: 'part of the case' }]),
    ...(holder === null ? [] : [{ objectId: holderId(holder), qualifier: 'data holder' }]),
  ];
}
