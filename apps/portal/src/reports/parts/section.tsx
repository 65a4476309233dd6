import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A part of a report with a heading of its own. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="xs">
        {title}
      </Title>
      {note !== undefined && (
        <Text c="dimmed" maw="60rem" mb="sm">
          {note}
        </Text>
      )}
      {children}
    </section>
  );
}
