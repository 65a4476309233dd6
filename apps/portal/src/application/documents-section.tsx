import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Case } from '../api/client';
import { Documents } from '../documents/documents';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { REVIEW } from './last-steps';
import { useSectionHeading } from './one-section';

/** What is handed in beside the form. */
export function DocumentsSection({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const heading = useSectionHeading();
  return (
    <Stack>
      <Title order={2} size="h3" tabIndex={-1} ref={heading}>
        {texts.documents.title}
      </Title>
      <Text>{texts.application.documentsText}</Text>
      <Documents found={found} />
      <Group>
        <Button component={Link} to={`/applications/${found.id}/${REVIEW}`} className="wraps">
          {fill(texts.application.next, { section: texts.application.review })}
        </Button>
      </Group>
    </Stack>
  );
}
