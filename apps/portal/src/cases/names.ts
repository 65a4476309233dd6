import type { Case, Stage, Workflow } from '../api/client';
import { useCauses, useWorkflow, useWorkflows } from '../api/queries';
import { type Schema, kindOf } from '../form/schema';
import { useLanguage } from '../language/language';

/** What things are called: as the workflows and the code lists say it, else by their key. */
export function useNames() {
  const { say } = useLanguage();
  const workflows = useWorkflows().data ?? [];
  const causes = useCauses().data ?? [];
  const stages = workflows.flatMap((workflow) => workflow.stages);
  const named = (found: { label: Workflow['name'] } | undefined, key: string) =>
    found === undefined ? key : say(found.label);
  return {
    workflow: (key: string) => {
      const found = workflows.find((workflow) => workflow.key === key);
      return found === undefined ? key : say(found.name);
    },
    stage: (key: string) =>
      named(
        stages.find((stage) => stage.key === key),
        key,
      ),
    cause: (code: string) =>
      named(
        causes.find((cause) => cause.code === code),
        code,
      ),
  };
}

/** What a leaf of the machine is called. */
export function useStateName(workflow: string): (path: string) => string | null {
  const { say } = useLanguage();
  const described = useWorkflow(workflow).data;
  return (path) => {
    const found = [...(described?.states ?? []), ...(described?.ends ?? [])].find(
      (state) => state.path === path,
    );
    return found === undefined ? null : say(found.label);
  };
}

/** The title that an applicant gave: the first short text that the form asks everybody for. */
export function titleOf(found: Pick<Case, 'form'>, workflow: Workflow | undefined): string | null {
  const schema = workflow?.form?.schema as Schema | undefined;
  const name = schema?.required?.find((required) => {
    const described = schema.properties?.[required];
    return described !== undefined && kindOf(described, schema) === 'text';
  });
  const title = name === undefined ? undefined : found.form?.[name];
  return typeof title === 'string' && title !== '' ? title : null;
}

/** In a draft nobody works and nothing waits: the stage that is none. */
export function isWorked({ stage }: Pick<Stage, 'stage'>): boolean {
  return stage !== 'none';
}
