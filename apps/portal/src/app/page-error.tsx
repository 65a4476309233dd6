import { Button, Group, Stack, Text } from '@mantine/core';
import { Link, isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import { Problem, Unreachable } from '../api/problem';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';

/**
 * What is shown in place of a page that fails. What was typed there lies outside of the page (kit/typed.ts), and is
 * there again after "try again".
 */
export function PageError() {
  const { texts } = useLanguage();
  const thrown = useRouteError();
  const navigate = useNavigate();
  if (isRouteErrorResponse(thrown) && thrown.status === 404) return <NotFound />;
  return (
    <Stack align="flex-start">
      <PageHeading title={texts.app.failed} />
      <Text>{texts.app.failedText}</Text>
      {(thrown instanceof Problem || thrown instanceof Unreachable) && <Failure of={thrown} />}
      <Group>
        <Button onClick={() => void navigate(0)}>{texts.app.tryAgain}</Button>
        <Button variant="default" component={Link} to="/">
          {texts.app.toStart}
        </Button>
      </Group>
    </Stack>
  );
}

export function NotFound() {
  const { texts } = useLanguage();
  return (
    <Stack align="flex-start">
      <PageHeading title={texts.app.notFound} />
      <Text>{texts.app.notFoundText}</Text>
      <Button component={Link} to="/">
        {texts.app.toStart}
      </Button>
    </Stack>
  );
}
