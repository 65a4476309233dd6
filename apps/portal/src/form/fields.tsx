import { Fieldset, Stack } from '@mantine/core';
import { useLanguage } from '../language/language';
import { Field } from './field';
import { useForm } from './form-context';
import { ListField } from './list-field';
import { type Schema, type Values, kindOf, requiredIn, resolved } from './schema';

interface FieldsProps {
  readonly schema: Schema;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly path?: string;
  /** Only these, where given. */
  readonly names?: readonly string[];
}

/** All fields of a schema, in its order. What is not described is left as it is. */
export function Fields({ schema, values, onChange, path = '', names }: FieldsProps) {
  const { root } = useForm();
  const required = requiredIn(schema, values);
  const shown = Object.entries(schema.properties ?? {}).filter(
    ([name]) => names === undefined || names.includes(name),
  );
  return (
    <Stack gap="md">
      {shown.map(([name, described]) => (
        <AnyField
          key={name}
          name={name}
          path={path === '' ? name : `${path}.${name}`}
          schema={resolved(described, root)}
          required={required.includes(name)}
          value={values[name]}
          onChange={(value) => onChange(withValue(values, name, value))}
        />
      ))}
    </Stack>
  );
}

export interface FieldProps {
  readonly name: string;
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function AnyField(props: FieldProps) {
  const { root } = useForm();
  const kind = kindOf(props.schema, root);
  if (kind === 'fixed' || kind === 'unknown') return null;
  if (kind === 'group') return <GroupField {...props} />;
  if (kind === 'list') return <ListField {...props} />;
  return <Field {...props} kind={kind} />;
}

function GroupField({ name, path, schema, value, onChange }: FieldProps) {
  const label = useLabel(name);
  return (
    <Fieldset legend={label}>
      <Fields schema={schema} path={path} values={(value ?? {}) as Values} onChange={onChange} />
    </Fieldset>
  );
}

/** What a field is called: as the workflow says it. */
export function useLabel(name: string): string {
  const { fields } = useForm();
  const { say } = useLanguage();
  const text = fields[name];
  return text === undefined ? name : say(text);
}

/** Without the name where nothing is left, as JSON has no `undefined`. */
function withValue(values: Values, name: string, value: unknown): Values {
  const { [name]: _before, ...others } = values;
  return value === undefined ? others : { ...others, [name]: value };
}
