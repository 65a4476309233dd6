import { parsedOnce } from '../parsed-once';
import type { Member, Track, VisitsOfTree, WrittenVisits } from './written-visits';

/** Reads written visits; the words of many of them are the same objects, for one report. */
export class VisitWords {
  private readonly known = new Map<string, Track>();
  private readonly tracksIn = parsedOnce((pairs: [region: string, stage: string][]): Track[] =>
    pairs.map((pair) => this.track(...pair)),
  );
  private readonly membersIn = parsedOnce((pairs: [holder: string | null, outcome: string | null][]) =>
    pairs.map(([holder, outcome]): Member => ({ holder, outcome })),
  );

  of({ instances, members, tracks, visits }: WrittenVisits): VisitsOfTree {
    return { instances, visits, tracks: this.tracksIn(tracks), members: this.membersIn(members) };
  }

  /** One object for each region and stage. */
  private track(region: string, stage: string): Track {
    const key = `${region} ${stage}`;
    let track = this.known.get(key);
    if (track === undefined) this.known.set(key, (track = { region, stage }));
    return track;
  }
}
