import { Accordion, Stack, Text } from '@mantine/core';
import type { Workflow } from '../api/client';
import type { Schema, Values } from '../form/schema';
import { type Section, sectionsOf } from '../form/sections';
import { useLanguage } from '../language/language';

interface FormViewProps {
  readonly form: Values;
  readonly workflow: Workflow;
}

/** What the applicant has filled in, to read, section by section. */
export function FormView({ form, workflow }: FormViewProps) {
  const { say } = useLanguage();
  const schema = (workflow.form?.schema ?? {}) as Schema;
  const sections = sectionsOf(schema).filter(({ names }) => names.some((name) => form[name] !== undefined));
  return (
    <Accordion variant="contained" multiple order={3}>
      {sections.map((section) => (
        <Accordion.Item key={section.key} value={section.key}>
          <Accordion.Control>{say(section.title)}</Accordion.Control>
          <Accordion.Panel>
            <SectionView section={section} form={form} workflow={workflow} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** What was filled in in one section. */
export function SectionView({ section, form, workflow }: FormViewProps & { section: Section }) {
  return (
    <Stack gap="xs">
      {section.names
        .filter((name) => form[name] !== undefined)
        .map((name) => (
          <Said key={name} name={name} value={form[name]} workflow={workflow} />
        ))}
    </Stack>
  );
}

/** What stands in one field, by what it is called. */
export function Said({ name, value, workflow }: { name: string; value: unknown; workflow: Workflow }) {
  const { say, texts } = useLanguage();
  const { fields, codes } = workflow.texts;
  const label = fields[name] === undefined ? name : say(fields[name]);
  const characteristics = Object.values(
    (workflow.form?.characteristics ?? {}) as Record<string, { codes: typeof codes }>,
  );
  const word = (code: string) => {
    const text = characteristics.find((kind) => kind.codes[code] !== undefined)?.codes[code] ?? codes[code];
    return text === undefined ? code : say(text);
  };
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return value.map((item, place) => (
      <Said key={place} name={name} value={item as unknown} workflow={workflow} />
    ));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return (
      <div className="said-group">
        <Text fw={600}>{label}</Text>
        {Object.entries(value).map(([inside, part]) => (
          <Said key={inside} name={inside} value={part} workflow={workflow} />
        ))}
      </div>
    );
  }
  const shown =
    typeof value === 'boolean'
      ? texts.common[value ? 'yes' : 'no']
      : [value]
          .flat()
          .map((item) => word(String(item)))
          .join(', ');
  return (
    <Text className="said">
      <b>{label}:</b> {shown}
    </Text>
  );
}
