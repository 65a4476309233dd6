import '../reports.css';
import { NativeSelect, SimpleGrid } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { useMe } from '../../session/me';
import { daysOf, percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import { PeriodFields } from '../filters/filter-bar';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { ReportPage } from '../parts/report-page';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { useReport } from '../queries';
import { OwnStages } from './holder-stages';
import { Clocks, Kept } from './law-page';
import { QualityByStage } from './quality-page';
import { heightFor } from './ranking';

/** A data holder's own lead times, beside the time that was not its own. */
export function HolderPage() {
  const { texts } = useLanguage();
  const { organisations } = useMe();
  const { filter, set } = useFilters();
  const holder = filter.holder ?? organisations[0];
  const asked = useReport('holder', { ...filter, ...(holder === undefined ? {} : { holder }) });
  return (
    <div className="report-area">
      <ReportPage title={texts.reports.pages.holder} asked={asked}>
        {({ time, rows, clocks, quality }) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} my="sm" className="no-print">
              {organisations.length > 1 && (
                <NativeSelect
                  label={texts.reports.holder}
                  data={[...organisations]}
                  value={holder}
                  onChange={({ currentTarget: { value } }) => set({ holder: value })}
                />
              )}
              <PeriodFields />
            </SimpleGrid>
            <WhoseTurn time={time} />
            <OwnStages rows={rows} />
            <Kept clocks={clocks} />
            <Clocks clocks={clocks} />
            <QualityByStage rows={quality.rows} />
          </>
        )}
      </ReportPage>
    </div>
  );
}

function WhoseTurn({ time: { parts } }: Pick<Schemas['HolderBody'], 'time'>) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { party } = useNames();
  const own = parts.find(({ key }) => key === 'own');
  const shown = parts.filter(({ seconds }) => seconds > 0);
  const values = shown.map(({ seconds }) => daysOf(seconds));
  const series = [{ name: words.days, colour: 'time' as const, values }];
  const option = { categories: shown.map(({ key }) => party(key)), series, unit: words.dayUnit, lying: true };
  const share = percentOf(own?.share ?? 0);
  return (
    <Section title={words.whoseTurn} note={fill(words.ownShare, { percent: share })}>
      {shown.length > 0 && (
        <Chart label={words.whoseTurnChart} option={option} height={heightFor(shown.length * 0.75)} />
      )}
      <ReportTable
        caption={words.whoseTurn}
        file="turns"
        rows={parts}
        columns={[
          { title: words.turnOf, value: ({ key }) => party(key) },
          { title: words.inDays, value: ({ seconds }) => daysOf(seconds), means: 'holder.time' },
          { title: `${words.share}, %`, value: (part) => percentOf(part.share) },
        ]}
      />
    </Section>
  );
}
