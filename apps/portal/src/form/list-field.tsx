import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { Basket } from './basket';
import { type FieldProps, Fields, useLabel } from './fields';
import { useForm } from './form-context';
import { type Schema, type Values, resolved } from './schema';

/** Several of a kind: one can be added, and each be taken away. */
export function ListField({ name, path, schema, value, onChange }: FieldProps) {
  const { root, faults } = useForm();
  const { texts } = useLanguage();
  const label = useLabel(name);
  const items = (value ?? []) as readonly Values[];
  const described = resolved(schema.items ?? {}, root);
  const replace = (place: number, item: Values) => onChange(items.with(place, item));
  const missing = useMissing(described, items);
  return (
    <Fieldset legend={label}>
      <Stack gap="md" align="stretch">
        {faults.has(path) && (
          <Text c="red" size="sm" id={path}>
            {texts.form.faults.missing}
          </Text>
        )}
        {items.map((item, place) => (
          <Fieldset key={place} legend={`${label} ${place + 1}`} variant="filled">
            <Stack gap="md">
              <Fields
                schema={described}
                path={`${path}.${place}`}
                values={item}
                onChange={(next) => replace(place, next)}
              />
              <Group justify="flex-end">
                <Button
                  variant="default"
                  onClick={() => onChange(items.filter((_, other) => other !== place))}
                >
                  {fill(texts.form.remove, { what: `${label} ${place + 1}` })}
                </Button>
              </Group>
            </Stack>
          </Fieldset>
        ))}
        {schema['x-basket'] === true && (
          <Basket name={name} described={described} items={items} onChange={onChange} />
        )}
        <Group>
          {missing.length > 0 && (
            <Button variant="default" onClick={() => onChange([...items, ...missing])}>
              {fill(texts.form.addKnown, { what: label, n: missing.length })}
            </Button>
          )}
          <Button variant="default" onClick={() => onChange([...items, {}])}>
            {fill(texts.form.add, { what: label })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

/**
 * One item for each thing that the case already names and that the list does not have yet, so that nobody writes
 * down again what is known: by the first field that has to be filled in, where there is something to choose for it.
 */
function useMissing(described: Schema, items: readonly Values[]): readonly Values[] {
  const { known } = useForm();
  const name = described.required?.[0];
  const options = name === undefined || described.properties?.[name]?.enum ? null : known(name);
  if (name === undefined || options === null) return [];
  return options
    .filter(({ value }) => items.every((item) => item[name] !== value))
    .map(({ value }) => ({ [name]: value }));
}
