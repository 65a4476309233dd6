import type { FigurePath } from './definitions';
import { Meaning } from './meaning';

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly means?: FigurePath;
}

/** The few figures that say it at a glance. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="report-figures">
      {figures.map(({ name, value, note, means }) => (
        <div key={name}>
          <dt>
            <Meaning name={name} of={means} />
          </dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
