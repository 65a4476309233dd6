import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { now } from '../../kit/now';
import { civilDateOf } from '../../language/format';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { type Choice, useChoices } from './choices';
import { useFilters } from './filters';
import { PRESETS, type Preset, dayAfter, lastDayOf, presetOf, presetPeriods } from './periods';

/** What the figures are of. Folded away while nothing is chosen, so that the answer stands first. */
export function FilterBar() {
  const { texts } = useLanguage();
  const { filter, set } = useFilters();
  const chosen = Object.keys(filter);
  const [open, setOpen] = useState(chosen.length > 0);
  return (
    <details
      className="report-filters"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{fill(texts.reports.filters, { n: chosen.length })}</summary>
      {open && <FilterFields />}
      {chosen.length > 0 && (
        <Button
          variant="default"
          size="xs"
          onClick={() => set(Object.fromEntries(chosen.map((name) => [name, null])))}
        >
          {texts.reports.clear}
        </Button>
      )}
    </details>
  );
}

/** Asks what there is to choose from only when somebody wants to choose. */
function FilterFields() {
  const choices = useChoices();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="sm" my="sm">
      <PeriodFields />
      {choices.map((choice) => (
        <ChoiceField key={choice.name} choice={choice} />
      ))}
    </SimpleGrid>
  );
}

/** First and last day, or a period that people ask for. */
export function PeriodFields() {
  const { texts } = useLanguage();
  const { filter, set } = useFilters();
  const today = civilDateOf(now());
  const period = { from: filter.from ?? null, to: filter.to ?? null };
  const preset = presetOf(period, today);
  const options = PRESETS.map((name) => ({ value: name as string, label: texts.reports.presets[name] }));
  if (preset === null) options.push({ value: '', label: texts.reports.ownDates });
  return (
    <>
      <NativeSelect
        label={texts.reports.period}
        data={options}
        value={preset ?? ''}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') set({ ...presetPeriods(today)[value as Preset] });
        }}
      />
      <TextInput
        type="date"
        label={texts.reports.from}
        value={period.from ?? ''}
        max={period.to ?? undefined}
        onChange={({ currentTarget: { value } }) => set({ from: value })}
      />
      <TextInput
        type="date"
        label={texts.reports.through}
        value={period.to === null ? '' : lastDayOf(period.to)}
        min={period.from ?? undefined}
        onChange={({ currentTarget: { value } }) => set({ to: value === '' ? null : dayAfter(value) })}
      />
    </>
  );
}

function ChoiceField({ choice: { name, label, options } }: { choice: Choice }) {
  const { texts } = useLanguage();
  const { address, set } = useFilters();
  return (
    <NativeSelect
      label={label}
      value={address.get(name) ?? ''}
      data={[{ value: '', label: texts.reports.every }, ...options]}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
    />
  );
}
