import type { EpochMilliseconds } from '../cases/case-history';
import { madeAt } from '../made-at';
import { NOBODY } from '../reports/report';
import {
  type Turn,
  type TurnKind,
  type TurnsOfInstance,
  type TurnsOfTree,
  forEachTurn,
  instanceAt,
} from '../turns/written-turns';
import { type HolderBody, OWN } from './holder';
import { type OwnVisit, OwnVisits } from './own-visits';
import { partOf } from './part-of';
import type { StageVisits } from './rows-of';
import type { TurnCell } from './time-of';

/** From where a report looks. Epoch milliseconds. */
export interface TurnView {
  /** What is over before does not count. */
  begin: EpochMilliseconds;
  /** Until when time counts. */
  horizon: EpochMilliseconds;
  /** What ends then or later is open. */
  bound: EpochMilliseconds;
}

type CountedInstances = HolderBody['instances'][number];

/** Adds up the instances of data holders one at a time: of one holder whose turn it was, of all their own time. */
export class TurnCounter {
  /** From the creation to the end of the holder's instances, inside the period, in milliseconds. */
  wall = 0;
  private readonly instances = new Map<string, CountedInstances>();
  /** Of instances that await another holder's release, and of those that do not. */
  private readonly cells = [new Map<TurnKind, TurnCell>(), new Map<TurnKind, TurnCell>()] as const;
  private readonly visits: OwnVisits;

  constructor(
    private readonly holder: string,
    private readonly view: TurnView,
    private readonly leaves: ReadonlySet<string>,
  ) {
    this.visits = new OwnVisits(holder);
  }

  /** `holder`: whose the instance at the place is. */
  add(tree: TurnsOfTree, place: number, holder: string): void {
    const instance = instanceAt(tree, place);
    const { begin, horizon } = this.view;
    if (instance === null || (instance.ended ?? Infinity) < begin) return;
    const isMine = holder === this.holder;
    if (isMine) this.addInstance(instance);
    const visits: OwnVisit[] = [];
    forEachTurn(tree, instance, (turn) => {
      if (turn.started >= horizon) return;
      const cell = this.cellOf(turn.kind, instance.awaitsAnother);
      if (isMine) cell.milliseconds += this.within(turn.started, turn.ended);
      if (cell.part !== NOBODY) this.addToVisit(visits, turn, cell.part === OWN);
    });
    for (const visit of visits) if (visit.ended >= begin) this.visits.add(holder, visit);
  }

  /** By the codes of the workflows. */
  countedInstances(): CountedInstances[] {
    return [...this.instances.values()].sort((one, other) => (one.workflow < other.workflow ? -1 : 1));
  }

  /** Whose turn it was inside the period, in the holder's instances. */
  turns(): TurnCell[] {
    return this.cells.flatMap((cells) => [...cells.values()].filter(({ milliseconds }) => milliseconds > 0));
  }

  /** The visits to some stages. */
  visitsTo(stages: ReadonlySet<string>): StageVisits[] {
    return this.visits.finish(stages);
  }

  private addInstance({ workflow, created, ended }: TurnsOfInstance): void {
    if (created >= this.view.horizon) return;
    const counted = madeAt(this.instances, workflow, () => ({ workflow, n: 0, open: 0 }));
    counted[this.isOver(ended) ? 'n' : 'open'] += 1;
    this.wall += this.within(created, ended);
  }

  /** A visit takes part with all of its time, and with what of it lay before the period. */
  private addToVisit(visits: OwnVisit[], { kind, begins, started, ended }: Turn, isOwn: boolean): void {
    if (begins) visits.push({ stage: kind.stage, own: 0, before: 0, ended: started });
    const visit = visits.at(-1);
    if (visit === undefined) return;
    const { begin, horizon } = this.view;
    visit.ended = Math.max(visit.ended, this.isOver(ended) ? ended : Infinity);
    if (!isOwn) return;
    const until = Math.min(ended ?? horizon, horizon);
    visit.own += until - started;
    visit.before += Math.max(0, Math.min(until, begin) - started);
  }

  private cellOf(kind: TurnKind, awaitsAnother: boolean): TurnCell {
    return madeAt(this.cells[awaitsAnother ? 1 : 0], kind, () => {
      const { stage, activity, cause } = kind;
      return { part: partOf(kind, awaitsAnother, this.leaves), stage, activity, cause, milliseconds: 0 };
    });
  }

  private within(started: EpochMilliseconds, ended: EpochMilliseconds | null): number {
    const { begin, horizon } = this.view;
    return Math.max(0, Math.min(ended ?? horizon, horizon) - Math.max(started, begin));
  }

  private isOver(ended: EpochMilliseconds | null): ended is EpochMilliseconds {
    return ended !== null && ended < this.view.bound;
  }
}
