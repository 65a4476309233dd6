import { Anchor, Button, Container, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { LanguageSwitch } from '../app/language-switch';
import { signInAddress } from './sign-in-address';

/** What somebody sees who is not signed in; from here back to where they were going. */
export function SignInPage() {
  const { texts } = useLanguage();
  const { pathname, search } = window.location;
  return (
    <Container component="main" size="xs" py="xl">
      <Stack gap="md" mt="xl">
        <Text fw={700} size="xl" className="brand">
          {texts.app.name}
        </Text>
        <PageHeading title={texts.session.title} />
        <Text>{texts.session.intro}</Text>
        <Button component="a" href={signInAddress(`${pathname}${search}`)} size="md">
          {texts.session.signIn}
        </Button>
        <Anchor component={Link} to="/public">
          {texts.public.link}
        </Anchor>
        <LanguageSwitch />
      </Stack>
    </Container>
  );
}
