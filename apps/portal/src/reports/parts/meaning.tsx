import { Popover, Text } from '@mantine/core';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { type FigurePath, definitionOf } from './definitions';

/** The name of a figure, with what it means one click away. */
export function Meaning({ name, of }: { name: string; of: FigurePath | undefined }) {
  const { texts, say } = useLanguage();
  if (of === undefined) return name;
  return (
    <>
      {name}
      <Popover width={320} position="bottom" withArrow withinPortal>
        <Popover.Target>
          <button
            type="button"
            className="what-it-means"
            aria-label={fill(texts.reports.meaningOf, { name })}
          >
            ?
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Text size="sm">{say(definitionOf(of))}</Text>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
