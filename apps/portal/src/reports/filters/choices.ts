import type { Text } from '../../api/client';
import { useLanguage } from '../../language/language';
import { useReport, useWholeWorkflows } from '../queries';

export interface Choice {
  /** As the API calls it. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

type Characteristics = Readonly<Record<string, { name: Text; codes: Readonly<Record<string, Text>> }>>;

/** By what the figures can be chosen: the workflows, the holders that have figures, and the codes of the forms. */
export function useChoices(): readonly Choice[] {
  const { texts, say } = useLanguage();
  const workflows = useWholeWorkflows();
  const byHolder = useReport('lead-time', { by: 'holder' }).data;
  const holders = (byHolder?.rows ?? []).map(({ key }) => key).filter((key) => key !== 'none');
  const told = Object.assign({}, ...workflows.map(({ form }) => form?.characteristics)) as Characteristics;
  return [
    {
      name: 'workflow',
      label: texts.reports.workflow,
      options: workflows.map(({ key, name }) => ({ value: key, label: say(name) })),
    },
    {
      name: 'holder',
      label: texts.reports.holder,
      options: holders.sort().map((key) => ({ value: key, label: key })),
    },
    ...Object.entries(told).map(([name, characteristic]) => ({
      name,
      label: say(characteristic.name),
      options: Object.entries(characteristic.codes).map(([value, text]) => ({ value, label: say(text) })),
    })),
  ];
}
