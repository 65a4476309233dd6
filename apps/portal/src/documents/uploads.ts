import { newKey } from '../kit/new-key';
import { sessionEnd } from '../session/session-end';
import { type Document, documentsOf } from './queries';
import { type Sending, sendDocument } from './send-document';

export interface Upload extends Sending {
  readonly key: string;
  readonly state: 'waiting' | 'sending' | 'broken' | 'done';
  /** How much has gone, between 0 and 1. */
  readonly share: number;
  /** Why it is broken. */
  readonly trouble: unknown;
}

/**
 * Files on their way, outside of the pages, so that another page or an error loses none. Of each: waiting → (its turn,
 * one at a time) → sending → done; or broken → (the person tries again) → waiting. Closing the window asks first while
 * one has not arrived. A broken one may have arrived all the same, when only the answer was lost: before it is sent
 * again the case is asked for it, because the API takes every sending as a document of its own.
 */
class Uploads {
  private all: readonly Upload[] = [];
  private readonly listeners = new Set<() => void>();
  /** Documents that the case had before a file was sent first. */
  private readonly before = new Map<string, ReadonlySet<string>>();
  private isSending = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly list = (): readonly Upload[] => this.all;

  add(sendings: readonly Sending[]): void {
    const fresh = { state: 'waiting', share: 0, trouble: null } as const;
    const others = this.all.filter(({ state }) => state !== 'done');
    this.set([...others, ...sendings.map((sending) => ({ ...sending, ...fresh, key: newKey() }))]);
    void this.sendNext();
  }

  again(key: string): void {
    this.change(key, { state: 'waiting', share: 0, trouble: null });
    void this.sendNext();
  }

  remove(key: string): void {
    this.before.delete(key);
    this.set(this.all.filter((upload) => upload.key !== key));
  }

  private async sendNext(): Promise<void> {
    const next = this.all.find(({ state }) => state === 'waiting');
    if (this.isSending || next === undefined) return;
    this.isSending = true;
    this.change(next.key, { state: 'sending' });
    try {
      if (!(await this.hasArrived(next))) {
        await sendDocument(next, (share) => this.change(next.key, { share }));
      }
      this.change(next.key, { state: 'done', share: 1 });
    } catch (thrown) {
      sessionEnd.noticeIn(thrown);
      this.change(next.key, { state: 'broken', trouble: thrown });
    }
    this.isSending = false;
    void this.sendNext();
  }

  private async hasArrived({ key, caseId, file, replaces }: Upload): Promise<boolean> {
    const present = await documentsOf(caseId);
    const before = this.before.get(key);
    this.before.set(key, before ?? new Set(present.map(({ id }) => id)));
    const isIt = ({ id, name, size, replaces: earlier }: Document) =>
      before?.has(id) === false && name === file.name && size === file.size && earlier === replaces;
    return before !== undefined && present.some(isIt);
  }

  private change(key: string, change: Partial<Upload>): void {
    this.set(this.all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  private set(next: readonly Upload[]): void {
    this.all = next;
    for (const listener of this.listeners) listener();
  }
}

export const uploads = new Uploads();

window.addEventListener('beforeunload', (event) => {
  if (uploads.list().some(({ state }) => state !== 'done')) event.preventDefault();
});
