/**
 * A figure of a table as a flow between two nodes, so that sums are conservation: what goes into a node comes out.
 * Cox, L. H. (1995), Network models for complementary cell suppression, JASA 90(432).
 */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  withheld: boolean;
}

interface Step {
  readonly arc: Arc;
  readonly to: string;
}

/**
 * Withholds more figures until no withheld one follows from the rest: each lies on a cycle of withheld figures
 * that could all be one larger or smaller. `least` is what anybody knows a withheld figure to be at least.
 */
export function protect(arcs: readonly Arc[], least: number): void {
  for (const arc of arcs) {
    if (!arc.withheld) continue;
    for (const { arc: other } of cheapestCycle(arcs, arc, least)) other.withheld = true;
  }
}

/** The way to let an arc vary that withholds least besides: one unit more over it and back, or one less. */
function cheapestCycle(arcs: readonly Arc[], arc: Arc, least: number): Step[] {
  const others = arcs.filter((other) => other !== arc);
  const more = cheapestPath(others, arc.to, arc.from, least);
  const less = arc.value > least ? cheapestPath(others, arc.from, arc.to, least) : null;
  const [best] = [more, less].filter((path) => path !== null).sort((a, b) => costOf(a) - costOf(b));
  return best ?? [];
}

/** Bellman and Ford: tables are small, and negative costs there are none. Null where there is no way. */
function cheapestPath(arcs: readonly Arc[], from: string, to: string, least: number): Step[] | null {
  const paths = new Map<string, Step[]>([[from, []]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [node, path] of [...paths]) {
      for (const step of stepsFrom(arcs, node, least)) {
        const known = paths.get(step.to);
        const next = [...path, step];
        if (known !== undefined && costOf(known) <= costOf(next)) continue;
        paths.set(step.to, next);
        changed = true;
      }
    }
  }
  return paths.get(to) ?? null;
}

/** Along an arc its figure grows; against it, it shrinks. A published zero stays what everybody sees. */
function stepsFrom(arcs: readonly Arc[], node: string, least: number): Step[] {
  return arcs.flatMap((arc) => {
    if (!arc.withheld && arc.value === 0) return [];
    if (arc.from === node) return [{ arc, to: arc.to }];
    return arc.to === node && arc.value > least ? [{ arc, to: arc.from }] : [];
  });
}

/** What is lost: the figures withheld besides. Among equals the shorter way. */
function costOf(path: readonly Step[]): number {
  return path.reduce((sum, { arc }) => sum + 1e-6 + (arc.withheld ? 0 : arc.value), 0);
}
