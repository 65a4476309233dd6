import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { BeginButtons, CaseTable, useMyCases } from '../cases/my-cases-page';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { UnreadMessages } from '../messages/unread-messages';
import { useMe } from '../session/me';
import { useMyStages } from '../work/my-stages';
import { useWorkList } from '../work/work-list';
import { WorkList } from '../work/work-page';

/** How many things are shown before the whole list is asked for. */
const FIRST = 5;

/** The first page after signing in: by one's roles, the next thing to do first. */
export function StartPage() {
  const { texts } = useLanguage();
  const { name, subject, roles } = useMe();
  const works = useMyStages().length > 0;
  const applies = roles.includes('applicant');
  return (
    <Stack gap="xl">
      <PageHeading title={fill(texts.start.welcome, { name: name ?? subject })} />
      <UnreadMessages />
      {applies && <OwnCases />}
      {works && !applies && <NextWork />}
    </Stack>
  );
}

/** Of the own cases those in which it is the applicant's turn come first. */
function OwnCases() {
  const { texts } = useLanguage();
  const { isPending, error, cases } = useMyCases();
  const open = cases.filter(({ outcome }) => outcome === null);
  const asksFor = ({ stages }: (typeof cases)[number]) => stages.some(({ party }) => party === 'applicant');
  const first = [...open.filter(asksFor), ...open.filter((one) => !asksFor(one))].slice(0, FIRST);
  if (isPending) return <Skeleton height={160} />;
  return (
    <section aria-label={texts.work.nextFirst}>
      <Stack>
        {error !== null && <Failure of={error} />}
        {first.length === 0 ? (
          <Text>{texts.cases.none}</Text>
        ) : (
          <CaseTable caption={texts.work.nextFirst} cases={first} />
        )}
        <BeginButtons />
        <Anchor component={Link} to="/cases">
          {texts.cases.myCases}
        </Anchor>
      </Stack>
    </section>
  );
}

/** One's own work first, then what waits for the group. */
function NextWork() {
  const { texts } = useLanguage();
  const [mine, group] = [useWorkList('mine'), useWorkList('group')];
  const work = {
    items: [...mine.items, ...group.items].slice(0, FIRST),
    isPending: mine.isPending || group.isPending,
    error: mine.error ?? group.error,
    hasMore: false,
  };
  return (
    <Stack>
      <WorkList title={texts.work.nextFirst} empty={texts.work.allDone} work={work} />
      <Anchor component={Link} to="/work">
        {texts.work.allWork}
      </Anchor>
    </Stack>
  );
}
