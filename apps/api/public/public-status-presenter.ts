import type { PublicStatus } from '@ledtid/lead-time';
import { CHARACTERISTICS, type Text, type WorkflowRegistry } from '@ledtid/workflow';
import type { PublicStatusBody } from './public-status.body';

const ALL: Text = { sv: 'Alla', en: 'All' };
const NOT_STATED: Text = { sv: 'Inte angivet', en: 'Not stated' };

/** With what things are called: who is not signed in has no other place to learn it from. */
export function bodyOf(status: PublicStatus, registry: WorkflowRegistry): PublicStatusBody {
  const { definition, refreshedAt, period, queue, leadTimes } = status;
  return {
    ...{ definition, refreshedAt, period, queue, leadTimes },
    stages: stagesIn(status, registry),
    applications: groupingsIn(status),
    startable: registry
      .all()
      .filter(({ form }) => form !== null)
      .map(({ key, texts }) => ({ key, label: texts.name })),
  };
}

function stagesIn({ stages }: PublicStatus, registry: WorkflowRegistry): PublicStatusBody['stages'] {
  const declared = registry.all().flatMap((workflow) => Object.entries(workflow.texts.stages));
  return declared.flatMap(([key, label]) => {
    const found = stages.find((stage) => stage.key === key);
    return found === undefined ? [] : [{ ...found, label }];
  });
}

function groupingsIn({ applications }: PublicStatus): PublicStatusBody['applications'] {
  const { applicantType, purpose, dataCategory, ...whole } = applications;
  const groups = Object.entries({ applicantType, purpose, dataCategory }) as [
    'applicantType' | 'purpose' | 'dataCategory',
    typeof purpose,
  ][];
  return [
    { key: 'all', label: ALL, rows: [{ key: 'all', label: ALL, ...countsOf(whole) }] },
    ...groups.map(([kind, rows]) => ({
      ...{ key: kind, label: CHARACTERISTICS[kind].name },
      rows: rows.map((row) => ({
        ...{ key: row.key, label: CHARACTERISTICS[kind].codes[row.key] ?? NOT_STATED },
        ...countsOf(row),
      })),
    })),
  ];
}

type Counts = Omit<PublicStatusBody['applications'][number]['rows'][number], 'key' | 'label'>;

function countsOf({ submitted, permit, refused, answered, dismissed, withdrawn }: Counts): Counts {
  return { submitted, permit, refused, answered, dismissed, withdrawn };
}
