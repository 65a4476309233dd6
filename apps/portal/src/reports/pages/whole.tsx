import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { useNames } from '../names';
import { type Figure, Figures } from '../parts/figures';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import type { LeadTime } from '../queries';

/** The whole way: how long it took, how long it takes with what is open counted, and how cases ended. */
export function Whole({ report, title }: { report: LeadTime; title?: string }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { outcome } = useNames();
  return (
    <Section title={title ?? words.whole}>
      <Figures figures={useWholeFigures(report)} />
      <details className="report-definitions">
        <summary>{words.outcomes}</summary>
        <ReportTable
          caption={words.outcomes}
          file="outcomes"
          rows={Object.entries(report.outcomes ?? {})}
          columns={[
            { title: words.outcome, value: ([key]) => outcome(key) },
            { title: words.cases, value: ([, count]) => count, means: 'outcomes' },
          ]}
        />
      </details>
    </Section>
  );
}

function useWholeFigures({ total, cohort, milestones, accessBy }: LeadTime): Figure[] {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const days = (seconds: number | null) =>
    seconds === null ? '–' : fill(words.days, { n: format.number(daysOf(seconds)) });
  const quantile = (name: string, key: 'p50' | 'p75' | 'p90'): Figure => ({
    ...{ name, value: days(total.seconds[key]), means: 'censored' },
    note: fill(words.withOpen, { n: days(total.censored[key]) }),
  });
  const { firstPart, ethicsToSubmission: before } = milestones;
  return [
    quantile(words.wholeMedian, 'p50'),
    quantile(words.wholeP75, 'p75'),
    quantile(words.wholeP90, 'p90'),
    {
      ...{ name: words.casesCounted, value: format.number(cohort.cases), means: 'cohort.cases' as const },
      note: fill(words.casesOpen, { n: cohort.open }),
    },
    ...Object.entries(accessBy ?? {}).map(([day, share]) => ({
      ...{ name: fill(words.accessWithin, { n: day }), means: 'accessBy' as const },
      value: share === null ? '–' : fill(words.percent, { n: percentOf(share) }),
    })),
    ...(firstPart === null
      ? []
      : [{ name: words.firstPart, value: days(firstPart.p50), means: 'milestones.firstPart' as const }]),
    ...(before === null
      ? []
      : [
          {
            ...{
              name: words.before,
              value: days(before.p50),
              means: 'milestones.ethicsToSubmission' as const,
            },
            note: fill(words.beforeNote, { n: before.n }),
          },
        ]),
  ];
}
