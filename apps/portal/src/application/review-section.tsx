import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Case, Workflow } from '../api/client';
import { Actions } from '../cases/actions';
import { FormView } from '../cases/form-view';
import type { Fault } from '../form/faults';
import type { Section } from '../form/sections';
import { useLanguage } from '../language/language';
import { useSectionHeading } from './one-section';
import type { Draft } from './use-draft';

interface ReviewSectionProps {
  readonly found: Case;
  readonly workflow: Workflow;
  readonly sections: readonly Section[];
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  readonly draft: Draft;
}

/** The whole form to look through, what is left of it, and the way to send it. */
export function ReviewSection({ found, workflow, sections, faults, draft }: ReviewSectionProps) {
  const { texts, say } = useLanguage();
  const heading = useSectionHeading();
  const left = sections.filter(({ key }) => (faults.get(key)?.length ?? 0) > 0);
  const labelOf = ({ path }: Fault) =>
    path
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : namedIn(workflow, part, say)))
      .join(' ');
  return (
    <Stack>
      <Title order={2} size="h3" tabIndex={-1} ref={heading}>
        {texts.application.review}
      </Title>
      {left.length === 0 ? (
        <Text>{texts.application.readyText}</Text>
      ) : (
        <Alert color="orange" title={texts.application.notReady}>
          <List>
            {left.map(({ key, title }) => (
              <List.Item key={key}>
                <Anchor component={Link} to={`/applications/${found.id}/${key}`}>
                  {say(title)}
                </Anchor>
                : {(faults.get(key) ?? []).map(labelOf).join(', ')}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <FormView form={draft.values} workflow={workflow} />
      {draft.standing === 'saved' && <Actions found={found} />}
    </Stack>
  );
}

function namedIn({ texts }: Workflow, name: string, say: ReturnType<typeof useLanguage>['say']): string {
  const text = texts.fields[name];
  return text === undefined ? name : say(text);
}
