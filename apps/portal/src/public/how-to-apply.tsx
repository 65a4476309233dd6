import { Button, List, Text } from '@mantine/core';
import { BASE_PATH } from '../api/client';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { Section } from '../reports/parts/section';
import { signInAddress } from '../session/sign-in-address';
import type { PublicStatus } from './public-page';

const STEPS = ['one', 'two', 'three', 'four'] as const;

/** The way from wanting data to working with it, and the door to it. */
export function HowToApply({ startable }: Pick<PublicStatus, 'startable'>) {
  const { texts, say } = useLanguage();
  const words = texts.public;
  const what = startable.map(({ label }) => say(label).toLowerCase()).join(', ');
  return (
    <Section title={words.apply}>
      {what !== '' && <Text mb="xs">{fill(words.applyFor, { what })}</Text>}
      <List type="ordered" spacing="xs" maw="60rem" mb="sm">
        {STEPS.map((step) => (
          <List.Item key={step}>{words.steps[step]}</List.Item>
        ))}
      </List>
      <Button component="a" href={signInAddress(`${BASE_PATH}cases`)}>
        {words.begin}
      </Button>
    </Section>
  );
}
