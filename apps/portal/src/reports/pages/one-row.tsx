import { Loader, NativeSelect } from '@mantine/core';
import { Failure } from '../../kit/failure';
import { useLanguage } from '../../language/language';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { Section } from '../parts/section';
import { type LeadTime, type ReportFilter, useLengths } from '../queries';
import { Distribution } from './distribution';
import { Survival } from './survival';

/** One stage, or the whole way: how its lengths lie, and how many last longer. Which one, the address keeps. */
export function OneRow({ report, filter }: { report: LeadTime; filter: ReportFilter }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const { address, set } = useFilters();
  const keys = report.rows.map(({ key }) => key).filter((key) => key !== 'none');
  const chosen = address.get('row') ?? keys[0] ?? WHOLE;
  const asked = useLengths(report.report, filter, chosen);
  const name = chosen === WHOLE ? words.wholeWay : stage(chosen);
  const options = [
    ...keys.map((value) => ({ value, label: stage(value) })),
    { value: WHOLE, label: words.wholeWay },
  ];
  return (
    <Section title={words.oneAtATime} note={words.oneAtATimeNote}>
      <NativeSelect
        label={words.stage}
        data={options}
        value={chosen}
        maw="24rem"
        onChange={({ currentTarget: { value } }) => set({ row: value })}
      />
      {asked.isPending && <Loader size="sm" mt="sm" aria-label={texts.app.loading} />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <>
          <Distribution lengths={asked.data} name={name} />
          <Survival lengths={asked.data} name={name} />
        </>
      )}
    </Section>
  );
}

/** As the API calls the row for all of it. */
const WHOLE = 'total';
