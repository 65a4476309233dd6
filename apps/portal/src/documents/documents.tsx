import { Skeleton, Stack, Text } from '@mantine/core';
import type { Case } from '../api/client';
import { useMayChange } from '../cases/use-may-change';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { DocumentTable } from './document-table';
import { HandIn } from './hand-in';
import { useDocumentRules, useDocuments } from './queries';
import { UploadList } from './upload-list';

/** The documents of a case, and the way to hand in more while it is with its applicant. */
export function Documents({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const asked = useDocuments(found.id);
  const rules = useDocumentRules();
  const mayChange = useMayChange(found);
  if (rules.data === null) return <Text>{texts.documents.notKept}</Text>;
  const open = mayChange && rules.data !== undefined ? rules.data : null;
  return (
    <Stack>
      {asked.isPending && <Skeleton height={80} />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.data?.length === 0 && <Text>{texts.documents.none}</Text>}
      {asked.data !== undefined && asked.data.length > 0 && (
        <DocumentTable caseId={found.id} documents={asked.data} rules={rules.data ?? null} open={open} />
      )}
      <UploadList caseId={found.id} />
      {open === null ? (
        <Text size="sm" c="dimmed">
          {texts.documents.closed}
        </Text>
      ) : (
        <HandIn caseId={found.id} rules={open} />
      )}
    </Stack>
  );
}
