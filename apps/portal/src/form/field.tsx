import { Checkbox, NativeSelect, Radio, Group, Stack, TextInput, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { type FieldProps, useLabel } from './fields';
import { type Option, useForm } from './form-context';
import type { Kind, Schema } from './schema';
import { instantOf, localMomentOf } from './moments';

type PlainKind = Exclude<Kind, 'fixed' | 'unknown' | 'group' | 'list'>;

/** One field that a person fills in, as its kind asks for. */
export function Field(props: FieldProps & { readonly kind: PlainKind }) {
  const common = useCommon(props);
  const { kind, value, onChange } = props;
  const found = useOptions(props.schema, props.name);
  // What the case names itself is offered and not all that may be said: an approval has a number that none had before.
  const isOpen = kind === 'text' && (found?.every((option) => option.label === option.value) ?? false);
  const options = isOpen ? null : found;
  const suggestions = useId();
  if (kind === 'yes-no') return <YesNo common={common} value={value} onChange={onChange} />;
  if (options !== null && (kind === 'choice' || kind === 'text'))
    return <Choice common={common} options={options} value={value} onChange={onChange} />;
  if (options !== null && (kind === 'choices' || kind === 'lines'))
    return <Choices common={common} options={options} value={value} onChange={onChange} />;
  if (kind === 'lines') return <Lines common={common} value={value} onChange={onChange} />;
  const text = value === undefined || value === null ? '' : String(value);
  const write = (typed: string) => onChange(typed === '' ? undefined : valueOf(kind, typed));
  if (kind === 'long-text') {
    const rows = Math.min(10, Math.max(3, text.split('\n').length + Math.floor(text.length / 90)));
    return (
      <Textarea {...common} rows={rows} value={text} onChange={(event) => write(event.currentTarget.value)} />
    );
  }
  return (
    <>
      <TextInput
        {...common}
        {...TYPES[kind]}
        {...(isOpen && { list: suggestions })}
        value={kind === 'moment' ? localMomentOf(text) : text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {isOpen && <Suggestions id={suggestions} options={found ?? []} />}
    </>
  );
}

function Suggestions({ id, options }: { id: string; options: readonly Option[] }) {
  return (
    <datalist id={id}>
      {options.map(({ value }) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

const TYPES: Partial<Record<Kind, object>> = {
  number: { inputMode: 'decimal', maw: '16rem' },
  date: { type: 'date', maw: '16rem' },
  moment: { type: 'datetime-local', maw: '16rem' },
};

interface Common {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
  readonly error?: string;
}

interface PartProps {
  readonly common: Common;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function useCommon({ name, path, schema, required }: FieldProps & { kind: PlainKind }): Common {
  const { id, faults } = useForm();
  const { texts } = useLanguage();
  const label = useLabel(name);
  const fault = faults.get(path);
  const source = schema['x-source'];
  return {
    id: `${id}-${path}`,
    label,
    required,
    ...(source === undefined ? {} : { description: fill(texts.form.source, { source }) }),
    ...(fault === undefined ? {} : { error: texts.form.faults[fault] }),
  };
}

/** What is to choose among: what the schema lists, else what is known of the case. */
function useOptions(schema: Schema, name: string): readonly Option[] | null {
  const { codes, characteristics, known } = useForm();
  const { say } = useLanguage();
  const listed = schema.enum ?? schema.items?.enum;
  if (listed === undefined) return known(name);
  const names = characteristics[schema['x-characteristic'] ?? '']?.codes ?? codes;
  return listed.map((value) => ({ value, label: names[value] === undefined ? value : say(names[value]) }));
}

function Choice({ common, options, value, onChange }: PartProps & { options: readonly Option[] }) {
  const { texts } = useLanguage();
  const data = [{ value: '', label: texts.form.choose }, ...options];
  return (
    <NativeSelect
      {...common}
      data={data}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

function Choices({ common, options, value, onChange }: PartProps & { options: readonly Option[] }) {
  const { id, ...group } = common;
  const chosen = (value ?? []) as string[];
  return (
    <Checkbox.Group {...group} value={chosen} onChange={onChange}>
      <Stack gap="xs" mt="xs" id={id}>
        {options.map(({ value: code, label }) => (
          <Checkbox key={code} value={code} label={label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function YesNo({ common, value, onChange }: PartProps) {
  const { texts } = useLanguage();
  const { id, ...group } = common;
  const chosen = typeof value === 'boolean' ? String(value) : '';
  return (
    <Radio.Group {...group} value={chosen} onChange={(answer) => onChange(answer === 'true')}>
      <Group gap="lg" mt="xs" id={id}>
        <Radio value="true" label={texts.common.yes} />
        <Radio value="false" label={texts.common.no} />
      </Group>
    </Radio.Group>
  );
}

/** Several short texts, one a line. */
function Lines({ common, value, onChange }: PartProps) {
  const { texts } = useLanguage();
  const lines = (value ?? []) as readonly string[];
  const write = (typed: string) => onChange(typed === '' ? undefined : typed.split('\n'));
  return (
    <Textarea
      {...common}
      description={texts.form.onePerLine}
      rows={Math.max(3, lines.length + 1)}
      value={lines.join('\n')}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

/** A number that cannot be read as one stays what was typed, and the server says what is wrong with it. */
function valueOf(kind: PlainKind, typed: string): unknown {
  if (kind === 'moment') return instantOf(typed);
  if (kind !== 'number') return typed;
  const number = Number(typed.replace(',', '.'));
  return Number.isNaN(number) || /[.,]$/.test(typed) ? typed : number;
}
