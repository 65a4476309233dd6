import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { BASE_PATH, type Case, type Workflow, api } from '../api/client';
import { answerOf } from '../api/problem';
import type { Schema } from '../form/schema';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { hasRole, useMe } from '../session/me';
import { copyable } from './copyable';

interface CopiesProps {
  readonly found: Case;
  readonly workflow: Workflow;
}

/** What was applied for, to print, for machines as the API tells it, and as the beginning of another application. */
export function Copies({ found, workflow }: CopiesProps) {
  const { texts } = useLanguage();
  const applies = hasRole(useMe(), ['applicant']);
  return (
    <Group gap="xs" mt="md">
      <Button component={Link} to={`/cases/${found.id}/print`} variant="default">
        {texts.copies.print}
      </Button>
      <Button
        component="a"
        href={`${BASE_PATH}api/v1/cases/${found.id}`}
        download={`${found.registrationNumber ?? found.id}.json`}
        variant="default"
      >
        {texts.copies.json}
      </Button>
      {applies && workflow.startable && <CopyButton found={found} workflow={workflow} />}
    </Group>
  );
}

function CopyButton({ found, workflow }: CopiesProps) {
  const { texts } = useLanguage();
  const navigate = useNavigate();
  const schema = (workflow.form?.schema ?? {}) as Schema;
  const copy = useMutation({
    mutationFn: () => {
      const body = { workflow: workflow.key, form: copyable(found.form ?? {}, schema) };
      return answerOf(api.POST('/api/v1/cases', { body }));
    },
    onSuccess: ({ id }) => navigate(`/applications/${id}`),
  });
  return (
    <>
      <Button variant="default" onClick={() => copy.mutate()} loading={copy.isPending}>
        {texts.copies.copy}
      </Button>
      {copy.isError && <Failure of={copy.error} />}
    </>
  );
}
