import { useState } from 'react';
import type { QueueItem } from '../api/client';

/** A case in a stage, as one row of a list. */
export function itemKey({ id, stage, region }: QueueItem): string {
  return `${id} ${stage} ${region}`;
}

/** Which rows of a list are chosen, to do something with all of them. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (item: QueueItem) => void;
  readonly leave: (items: readonly QueueItem[]) => void;
}

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const without = (keys: readonly string[]) => (before: ReadonlySet<string>) =>
    new Set([...before].filter((key) => !keys.includes(key)));
  return {
    chosen,
    toggle: (item) => {
      const key = itemKey(item);
      setChosen(chosen.has(key) ? without([key]) : new Set([...chosen, key]));
    },
    leave: (items) => setChosen(without(items.map(itemKey))),
  };
}
