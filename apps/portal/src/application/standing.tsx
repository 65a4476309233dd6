import { Alert, Text } from '@mantine/core';
import { Unreachable } from '../api/problem';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import type { Draft } from './use-draft';

/** Whether what is typed is saved, told to whoever listens too. */
export function Standing({ draft: { standing, savedAt, trouble } }: { draft: Draft }) {
  const { texts, format } = useLanguage();
  const { saved, saving, unsaved, offline } = texts.application;
  const time = savedAt === null ? null : format.moment(new Date(savedAt).toISOString());
  const words =
    standing === 'saving' ? saving : standing === 'unsaved' ? unsaved : time && fill(saved, { time });
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {trouble === null ? words : unsaved}
      </Text>
      {trouble instanceof Unreachable && <Alert color="orange">{offline}</Alert>}
      {trouble !== null && !(trouble instanceof Unreachable) && <Failure of={trouble} />}
    </>
  );
}
