/** Queues in the lanes' hands at a time: as a body works on many cases at once, begun at different times. */
const IN_HAND = 100;

/**
 * Serves many queues by a few lanes: every lane takes the queue that has waited longest, does its next item,
 * and puts it back at the end. So a case is never worked twice at once, and all lanes are busy until the end.
 * When a queue ends, the next one is begun.
 */
export async function serveInTurn<Item>(
  queues: readonly (readonly Item[])[],
  lanes: number,
  serve: (item: Item, lane: number) => Promise<void>,
): Promise<void> {
  const later = queues.filter((queue) => queue.length > 0).map((queue) => ({ queue, next: 0 }));
  const waiting = later.splice(0, IN_HAND);
  const work = async (lane: number) => {
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
      await serve(turn.queue[turn.next] as Item, lane);
      turn.next += 1;
      if (turn.next < turn.queue.length) waiting.push(turn);
      else waiting.push(...later.splice(0, 1));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
}
