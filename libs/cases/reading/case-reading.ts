import type { Pool } from 'pg';
import type { Sight } from '@ledtid/access';
import { type CivilDate, type TimeSource, civilDateOf } from '@ledtid/time';
import type { AccessRecord } from '../access-ledger/access-record';
import { findAccess } from '../access-ledger/find-access';
import type { CaseAnswer } from '../cases';
import { type Actor, type Refusal, isRefusal } from '../decision/command';
import type { Configuration, Facts } from '../facts/facts';
import { refuse } from '../decision/refusals';
import { viewOf } from '../decision/view';
import type { ClockCycleRow, SpanRow } from '../rows';
import type { DocumentView } from '../storage/documents';
import { type MessageView, type UnreadCase, messagesOf, unreadOf } from '../messages/messages';
import { type CaseFilter, type CaseSort, caseIds } from './case-list';
import { type ChecklistView, checklistsOf } from './checklists';
import { type Values, seenBy } from './conditions';
import { type OpenableDocument, documentOf, documentsOf } from './documents';
import { type EventView, clocksOf, eventsOf, spansOf } from './histories';
import { type Meeting, meetingsOf } from './meetings';
import type { Page, PageRequest } from './page';
import { type QueueCount, type QueueItem, type QueueRequest, queueCounts, queueItems } from './queues';
import { factsOf, formsOf, withRoot } from './seen-cases';
import { CaseSight } from './sight';

export interface CaseReadingOptions {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly configuration: Configuration;
}

/** Lists and histories, each restricted to what its reader may see. Writes nothing and locks nothing. */
export class CaseReading {
  private readonly sight: CaseSight;

  constructor(private readonly options: CaseReadingOptions) {
    this.sight = new CaseSight(options.configuration.registry, options.time);
  }

  /** One page of the cases that the reader may see. */
  async list(
    filter: CaseFilter,
    sort: CaseSort,
    page: PageRequest,
    reader: Actor,
  ): Promise<Page<CaseAnswer> | Refusal> {
    const fault = this.filterFault(filter);
    if (fault) return fault;
    const { pool } = this.options;
    const ids = await caseIds(pool, { filter, sort, page }, this.seenBy(reader));
    if (isRefusal(ids)) return ids;
    const facts = await factsOf(pool, ids.items);
    const seen = ids.items.flatMap((id) => this.seenCase(id, facts, reader) ?? []);
    const readable = seen.filter(({ sight, view }) => sight.form && view.formVersion > 0);
    const forms = await formsOf(
      pool,
      readable.map(({ view }) => view.id),
    );
    return {
      items: seen.map(({ view }) => ({ view, form: forms.get(view.id) ?? null })),
      cursor: ids.cursor,
    };
  }

  /** The ledger of one case, with payloads where the reader may read them. */
  async events(id: string, page: PageRequest, reader: Actor): Promise<Page<EventView> | Refusal> {
    const sight = await this.sightOf(id, reader);
    if (sight === null) return refuse('unknown-case');
    if (!sight.ledger) return refuse('role-missing');
    return eventsOf(this.options.pool, id, page, sight.form);
  }

  /** The documents of one case, those that were replaced among them, as they came. */
  async documents(id: string, page: PageRequest, reader: Actor): Promise<Page<DocumentView> | Refusal> {
    return (await this.refuseWords(id, reader)) ?? documentsOf(this.options.pool, id, page);
  }

  /** One document of a case, with the key to its bytes. */
  async document(id: string, document: string, reader: Actor): Promise<OpenableDocument | Refusal> {
    const refusal = await this.refuseWords(id, reader);
    return refusal ?? documentOf(this.options.pool, id, document);
  }

  /** The messages of one case, the latest first. */
  async messages(id: string, page: PageRequest, reader: Actor): Promise<Page<MessageView> | Refusal> {
    const refusal = await this.refuseWords(id, reader);
    return refusal ?? messagesOf(this.options.pool, id, reader.subject, page);
  }

  /** Where something is written that the reader has not read, of the cases that are their own to follow. */
  async unread(reader: Actor): Promise<UnreadCase[]> {
    return unreadOf(this.options.pool, reader.subject, this.seenBy(reader));
  }

  /** The checklists of one case, each item with how it was found. */
  async checklists(id: string, reader: Actor): Promise<ChecklistView[] | Refusal> {
    const found = await withRoot(this.options.pool, id);
    const sight = found && this.sight.of(reader, found.instance, found.root);
    if (!found || sight === null) return refuse('unknown-case');
    if (!sight.form) return refuse('role-missing');
    const workflow = this.options.configuration.registry.get(found.instance.workflow);
    return checklistsOf(this.options.pool, id, workflow);
  }

  async spans(id: string, page: PageRequest, reader: Actor): Promise<Page<SpanRow> | Refusal> {
    if ((await this.sightOf(id, reader)) === null) return refuse('unknown-case');
    return spansOf(this.options.pool, id, page);
  }

  async clocks(id: string, page: PageRequest, reader: Actor): Promise<Page<ClockCycleRow> | Refusal> {
    if ((await this.sightOf(id, reader)) === null) return refuse('unknown-case');
    return clocksOf(this.options.pool, id, page);
  }

  /** Who looked at a case, for its applicant: everybody else's looks that were granted. */
  async looks(id: string, page: PageRequest, reader: Actor): Promise<Page<AccessRecord> | Refusal> {
    const found = await withRoot(this.options.pool, id);
    if (!found || this.sight.of(reader, found.instance, found.root) === null) return refuse('unknown-case');
    const { roles, subject } = this.sight.actorFor(reader, found.instance, found.root);
    if (!roles.includes('applicant')) return refuse('role-missing');
    return findAccess(this.options.pool, { case: id, notBy: subject, refused: false }, page);
  }

  /** The meetings of the council from a date on, with the cases on their agendas that the reader may see. */
  async meetings(from: CivilDate | null, reader: Actor): Promise<Meeting[]> {
    const grounds = this.sight.grounds(reader);
    const readsNotes = grounds.some((ground) => ground.covers === 'all' && ground.form);
    return meetingsOf(this.options.pool, from ?? this.today(), readsNotes, this.seenBy(reader));
  }

  /** How every stage's queue stands. A manager is told of all cases, because counts show no case. */
  async queues(reader: Actor): Promise<QueueCount[]> {
    const { pool, configuration } = this.options;
    const counted = reader.roles.includes('manager') ? () => 'TRUE' : this.seenBy(reader);
    return queueCounts(pool, configuration.registry.stages(), this.today(), configuration.clocks, counted);
  }

  /** One page of what stands in a stage and the reader may see. */
  async queue(asked: QueueRequest, reader: Actor): Promise<Page<QueueItem> | Refusal> {
    const { pool, configuration } = this.options;
    if (!configuration.registry.stages().includes(asked.stage)) return refuse('unknown-stage', [asked.stage]);
    return queueItems(pool, asked, configuration.clocks, this.seenBy(reader));
  }

  /** Who may not read what people wrote and handed in. */
  private async refuseWords(id: string, reader: Actor): Promise<Refusal | null> {
    const sight = await this.sightOf(id, reader);
    if (sight === null) return refuse('unknown-case');
    return sight.form ? null : refuse('role-missing');
  }

  private seenBy(reader: Actor): (values: Values) => string {
    return (values) => seenBy(this.sight.grounds(reader), this.sight, values);
  }

  private async sightOf(id: string, reader: Actor): Promise<Sight | null> {
    const found = await withRoot(this.options.pool, id);
    return found && this.sight.of(reader, found.instance, found.root);
  }

  private seenCase(id: string, facts: ReadonlyMap<string, Facts>, reader: Actor) {
    const instance = facts.get(id)?.instance;
    const root = instance && facts.get(instance.rootId)?.instance;
    const sight = instance && root ? this.sight.of(reader, instance, root) : null;
    if (!instance || !root || sight === null) return null;
    const { configuration, time } = this.options;
    const actor = this.sight.actorFor(reader, instance, root);
    return { sight, view: viewOf(facts, id, actor, { at: time.now(), configuration }) };
  }

  /** A filter by what does not exist is a slip of its writer: an empty list would hide it. */
  private filterFault({ workflow, stage }: CaseFilter): Refusal | null {
    const { registry } = this.options.configuration;
    if (workflow !== undefined && !registry.find(workflow)) return refuse('unknown-workflow', [workflow]);
    if (stage === undefined || stage === 'none' || registry.stages().includes(stage)) return null;
    return { ...refuse('unknown-stage', [stage]), refusal: 'invalid' };
  }

  private today(): CivilDate {
    return civilDateOf(this.options.time.now());
  }
}
