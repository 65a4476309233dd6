import { Stack, Text, Timeline, Title } from '@mantine/core';
import type { Case, Stage } from '../api/client';
import { useWorkflow } from '../api/queries';
import { isWorked, useNames } from '../cases/names';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useParties } from '../session/me';
import { Duration } from './duration';
import { NextSteps } from './next-steps';
import { type PassedStage, passedStages } from './passed-stages';
import { standingAlike } from './standing-alike';
import { PassedStageText, PresentStage } from './stages';
import { type Usual, useSpans, useUsual } from './queries';

/** Whether somebody follows the case as its applicant, and does not work on it. */
export function useFollows({ parent, registrationNumber, form }: Case): boolean {
  const isApplicant = useParties().every((party) => party === 'applicant');
  return isApplicant && parent === null && registrationNumber !== null && form !== null;
}

/** For whoever has applied: where the case is, whose turn it is and why, what to do now, and how long it takes. */
export function Progress({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const spans = useSpans(found).data ?? [];
  const usual = useUsual().data ?? null;
  const passed = passedStages(spans);
  return (
    <section aria-label={texts.progress.title}>
      <Title order={2} size="h3" mb="sm">
        {texts.progress.title}
      </Title>
      <Stack gap="lg">
        <Course found={found} usual={usual} passed={passed} />
        {found.outcome === null && <NextSteps found={found} />}
        {found.outcome === null && usual !== null && <Duration usual={usual} />}
      </Stack>
    </section>
  );
}

interface CourseProps {
  readonly found: Case;
  readonly usual: Usual | null;
  readonly passed: readonly PassedStage[];
}

/** What is behind first, then where it is now; what its parts do counts as now. */
function Course({ found, usual, passed }: CourseProps) {
  const { texts } = useLanguage();
  const names = useNames();
  const parts = found.outcome === null ? found.children.flatMap(({ stages }) => stages) : [];
  const present = standingAlike([...found.stages, ...parts].filter(isWorked));
  const ending = useEnding(found);
  const behind = passed.filter(({ to }) => to !== null);
  const enteredAt = ({ stage }: Stage) => passed.find((one) => one.stage === stage && one.to === null)?.from;
  return (
    <Timeline active={behind.length + present.length} bulletSize={20} lineWidth={2}>
      {behind.map((one) => (
        <Timeline.Item key={one.stage} title={names.stage(one.stage)} bullet={<Sign of="✓" />}>
          <PassedStageText passed={one} />
        </Timeline.Item>
      ))}
      {present.map(([at, count]) => (
        <Timeline.Item
          key={[at.stage, at.party, at.cause, at.activity].join(' ')}
          title={fill(texts.progress.now, { stage: names.stage(at.stage) })}
          bullet={<Sign of="●" />}
        >
          <PresentStage at={at} entered={enteredAt(at)} count={count} usual={usual} />
        </Timeline.Item>
      ))}
      {ending !== null && <Timeline.Item title={ending} />}
      {ending === null && present.length === 0 && (
        <Timeline.Item title={texts.progress.nowNowhere}>
          <Text size="sm">{texts.cases.betweenStages}</Text>
        </Timeline.Item>
      )}
    </Timeline>
  );
}

/** What is behind and what is now, by more than a colour; their words say it too. */
function Sign({ of }: { of: string }) {
  return <span aria-hidden>{of}</span>;
}

function useEnding({ outcome, workflow }: Case): string | null {
  const { texts, say } = useLanguage();
  const named = useWorkflow(workflow).data?.texts.outcomes[outcome ?? ''];
  if (outcome === null) return null;
  return fill(texts.cases.ended, { outcome: named === undefined ? outcome : say(named) });
}
