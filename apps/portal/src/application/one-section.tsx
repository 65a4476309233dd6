import { Button, Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Case } from '../api/client';
import { Fields } from '../form/fields';
import type { Schema } from '../form/schema';
import type { Section } from '../form/sections';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { DOCUMENTS } from './last-steps';
import type { Draft } from './use-draft';

interface OneSectionProps {
  readonly found: Case;
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly schema: Schema;
  readonly draft: Draft;
}

/** The fields of one section, and the way to the next. */
export function OneSection({ found, section, sections, schema, draft }: OneSectionProps) {
  const { texts, say } = useLanguage();
  const heading = useSectionHeading();
  const next = sections[sections.indexOf(section) + 1];
  const name = next === undefined ? texts.documents.title : say(next.title);
  return (
    <Stack>
      <Title order={2} size="h3" tabIndex={-1} ref={heading}>
        {say(section.title)}
      </Title>
      <Fields schema={schema} names={section.names} values={draft.values} onChange={draft.change} />
      <Group>
        <Button component={Link} to={`/applications/${found.id}/${next?.key ?? DOCUMENTS}`} className="wraps">
          {fill(texts.application.next, { section: name })}
        </Button>
      </Group>
    </Stack>
  );
}

let sectionsShown = 0;

/** Takes the focus when one goes on to another section, and leaves it alone on the first. */
export function useSectionHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    sectionsShown += 1;
    if (sectionsShown > 1) heading.current?.focus();
  }, []);
  return heading;
}
