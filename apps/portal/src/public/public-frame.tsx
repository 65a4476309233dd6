import { Anchor, Container, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LanguageSwitch } from '../app/language-switch';
import { useLanguage } from '../language/language';

/** Around a page that asks nobody who they are: the language, and the way to the pages that do. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { texts } = useLanguage();
  return (
    <Container size="lg" py="md">
      <Group component="header" justify="space-between" mb="lg" gap="xs">
        <Text component={Link} to="/" className="brand" fw={700}>
          {texts.app.name}
        </Text>
        <Group gap="md">
          <Anchor component={Link} to="/">
            {texts.public.toPortal}
          </Anchor>
          <LanguageSwitch />
        </Group>
      </Group>
      <main className="report-area">{children}</main>
    </Container>
  );
}
