import { setTimeout as pause } from 'node:timers/promises';

const STEP_MILLISECONDS = 10;

/**
 * Asks again and again until the answer is not null, and gives it; null after `seconds`. For processes that
 * report to nobody: a server that another process started cannot be waited for in any other way.
 */
export async function waitUntil<T>(ask: () => Promise<T | null>, seconds: number): Promise<T | null> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() > end) return answer;
    await pause(STEP_MILLISECONDS);
  }
}
