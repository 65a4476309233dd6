import { toInstant } from '@ledtid/time';
import type { InstanceFacts } from '../../cases/case-history';
import { CASE_TYPE, type ExportedObject, type Relation } from './exported-log';
import type { NamedCase } from './own-cases';

const HOLDER_TYPE = 'holder';

/** What an instance below a case is called in a log, where that is not its workflow's key. */
const SHORTER: Readonly<Record<string, string>> = { 'feasibility-inquiry': 'inquiry' };

export function holderId(key: string): string {
  return `holder:${key}`;
}

/** The objects of cases one after another; a holder is told once, with the first case that asks it. */
export class CaseObjects {
  private readonly holders = new Set<string>();

  of({ name, history, frame }: NamedCase): ExportedObject[] {
    const told = history.instances.flatMap(({ holder }) => this.holder(holder));
    const idOf = (id: string): string => (id === history.caseId ? name : id);
    const past = (instance: InstanceFacts): boolean => instance.createdAt <= frame.horizon.at;
    const instances = history.instances.filter(past);
    return [...told, ...instances.map((instance) => objectOf(instance, instances, idOf, name))];
  }

  private holder(key: string | null): ExportedObject[] {
    if (key === null || this.holders.has(key)) return [];
    this.holders.add(key);
    return [{ id: holderId(key), type: HOLDER_TYPE }];
  }
}

function objectOf(
  instance: InstanceFacts,
  all: readonly InstanceFacts[],
  idOf: (id: string) => string,
  caseName: string,
): ExportedObject {
  const { id, workflow, outcome, endedAt } = instance;
  const isCase = idOf(id) === caseName;
  return {
    id: idOf(id),
    type: isCase ? CASE_TYPE : (SHORTER[workflow] ?? workflow),
    attributes:
      outcome === null || endedAt === null
        ? []
        : [{ name: 'outcome', value: outcome, time: toInstant(endedAt) }],
    relationships: relationsOf(instance, all, idOf),
  };
}

function relationsOf(
  { id, holder, dependsOn }: InstanceFacts,
  all: readonly InstanceFacts[],
  idOf: (id: string) => string,
): Relation[] {
  const children = all.filter(({ parentId }) => parentId === id);
  return [
    ...children.map((child) => ({ objectId: idOf(child.id), qualifier: 'has part' })),
    ...dependsOn.map((other) => ({ objectId: idOf(other), qualifier: 'waits for' })),
    ...(holder === null ? [] : [{ objectId: holderId(holder), qualifier: 'data holder' }]),
  ];
}
