import { NavLink } from '@mantine/core';
import { Link } from 'react-router';
import type { Fault } from '../form/faults';
import type { Section } from '../form/sections';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { DOCUMENTS, REVIEW } from './last-steps';

interface SectionListProps {
  readonly id: string;
  readonly sections: readonly Section[];
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
  readonly shown: string;
}

/** The way through the form, with what is left in each section. */
export function SectionList({ id, sections, faults, shown }: SectionListProps) {
  const { texts, say } = useLanguage();
  return (
    <nav aria-label={texts.application.sections}>
      {sections.map(({ key, title }) => {
        const left = faults.get(key)?.length ?? 0;
        return (
          <NavLink
            key={key}
            component={Link}
            to={`/applications/${id}/${key}`}
            label={say(title)}
            description={left === 0 ? texts.application.complete : fill(texts.application.left, { n: left })}
            leftSection={<span aria-hidden>{left === 0 ? '✓' : '○'}</span>}
            active={key === shown}
            aria-current={key === shown ? 'step' : undefined}
          />
        );
      })}
      <NavLink
        component={Link}
        to={`/applications/${id}/${DOCUMENTS}`}
        label={texts.documents.title}
        leftSection={<span aria-hidden>+</span>}
        active={shown === DOCUMENTS}
        aria-current={shown === DOCUMENTS ? 'step' : undefined}
      />
      <NavLink
        component={Link}
        to={`/applications/${id}/${REVIEW}`}
        label={texts.application.review}
        leftSection={<span aria-hidden>➔</span>}
        active={shown === REVIEW}
        aria-current={shown === REVIEW ? 'step' : undefined}
      />
    </nav>
  );
}
