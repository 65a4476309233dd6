import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../language/language';
import { useForm } from './form-context';
import { nameOf, offersFor } from './basket-offers';
import type { Schema, Values } from './schema';

interface BasketProps {
  readonly name: string;
  /** What one item is like. */
  readonly described: Schema;
  /** What lies in it already. */
  readonly items: readonly Values[];
  readonly onChange: (items: readonly Values[]) => void;
}

/** Offers what the person has asked for before, to be put into the list as it was. */
export function Basket({ name, described, items, onChange }: BasketProps) {
  const { earlier } = useForm();
  const { texts } = useLanguage();
  const [chosen, setChosen] = useState('');
  const offers = offersFor(earlier?.(name) ?? [], items, described);
  if (offers.length === 0) return null;
  const options = offers.map((offer, place) => ({ value: String(place), label: nameOf(offer, described) }));
  const put = () => {
    const offer = offers[Number(chosen)];
    if (chosen === '' || offer === undefined) return;
    onChange([...items, offer]);
    setChosen('');
  };
  return (
    <Group align="flex-end">
      <NativeSelect
        label={texts.form.before}
        data={[{ value: '', label: texts.form.choose }, ...options]}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="default" onClick={put} aria-disabled={chosen === ''}>
        {texts.form.put}
      </Button>
    </Group>
  );
}
