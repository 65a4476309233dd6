interface Process {
  readonly stages: readonly { readonly key: string }[];
  readonly states: readonly { readonly path: string; readonly stage: string | null }[];
}

/**
 * The stages of a workflow in the order in which it declares them; those beside each other that lie in one composite state
 * run side by side, and are one step.
 */
export function processSteps({ stages, states }: Process): string[][] {
  const steps: { place: string | null; keys: string[] }[] = [];
  for (const { key } of stages) {
    const path = states.find(({ stage }) => stage === key)?.path;
    const place = path?.split('.')[0] ?? null;
    const last = steps.at(-1);
    if (last !== undefined && place !== null && last.place === place) last.keys.push(key);
    else steps.push({ place, keys: [key] });
  }
  return steps.map(({ keys }) => keys);
}
