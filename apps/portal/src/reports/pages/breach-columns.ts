import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { useNames } from '../names';
import type { Column } from '../parts/report-table';

type Breach = Schemas['BreachBody'];

/** What of a breach goes into a file: the facts of its sheet, a line each, with dates as dates. */
export function useBreachColumns(): readonly Column<Breach>[] {
  const { texts, say } = useLanguage();
  const words = texts.reports;
  const { party, workflow } = useNames();
  return [
    { title: words.clock, value: ({ clock, name }) => (name === null ? clock : say(name)) },
    { title: words.case, value: ({ case: named }) => named?.registrationNumber ?? named?.id ?? null },
    { title: words.workflow, value: ({ instance }) => workflow(instance.workflow) },
    { title: words.duty, value: (breach) => (breach.party === null ? null : party(breach.party)) },
    { title: words.holder, value: ({ holder }) => holder },
    { title: words.started, value: ({ started }) => started, is: 'date' },
    { title: words.due, value: ({ due }) => due, is: 'date' },
    { title: words.endedOn, value: ({ ended }) => ended, is: 'date' },
    { title: words.extendedOn, value: ({ extended }) => extended?.on ?? null, is: 'date' },
    { title: words.pausedDays, value: ({ pausedDays }) => pausedDays },
    { title: words.daysOverEach, value: ({ daysOver }) => daysOver, means: 'clocks.daysOver' },
  ];
}
