import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Case } from '../api/client';
import { useMayChange } from '../cases/use-may-change';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';

/** Whether the applicant has to do something, and whom to ask. What else can be done stands in buttons below. */
export function NextSteps({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const words = texts.progress;
  const mayChange = useMayChange(found);
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.nextTitle}
      </Title>
      {mayChange ? (
        <Text>
          {words.asked}{' '}
          <Anchor component={Link} to={`/applications/${found.id}`}>
            {words.changeForm}
          </Anchor>
        </Text>
      ) : (
        <Text>{words.nothingAsked}</Text>
      )}
      <Title order={3} size="h5">
        {words.askTitle}
      </Title>
      <Text>{useWhomToAsk(found)}</Text>
    </Stack>
  );
}

/** Whoever of the body has the case, else the body; whomever it waits for, the body answers for the case. */
function useWhomToAsk({ stages, registrationNumber }: Case): string {
  const { texts } = useLanguage();
  const { askBody, askPerson } = texts.progress;
  const who = stages.find(({ party, assignee }) => party === 'hdab' && assignee !== null)?.assignee ?? null;
  const number = registrationNumber ?? '';
  return who === null ? fill(askBody, { number }) : fill(askPerson, { who, number });
}
