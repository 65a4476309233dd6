import type { Text } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';
import type { Language } from './person';

/** What a workflow calls an event, in the interface's language; the same type may be called otherwise elsewhere. */
export function eventLabel(workflow: string, type: string, language: Language): string {
  return said(`${workflow} ${type}`, described(workflow).events[type], language);
}

export function stageLabel(workflow: string, stage: string, language: Language): string {
  return said(`${workflow} ${stage}`, described(workflow).stages[stage], language);
}

export function workflowName(workflow: string, language: Language): string {
  return said(workflow, described(workflow).name, language);
}

function described(key: string) {
  const found = loadWorkflows().find((workflow) => workflow.key === key);
  if (found === undefined) throw new Error(`There is no workflow ${key}.`);
  return found.texts;
}

function said(what: string, text: Text | undefined, language: Language): string {
  if (text === undefined) throw new Error(`Nothing says what ${what} is called.`);
  return text[language];
}
