import { Anchor } from '@mantine/core';
import { useLanguage } from '../language/language';
import { Section } from '../reports/parts/section';

const RIGHTS = ['object', 'know', 'data', 'finding', 'complain'] as const;

/** Regulation (EU) 2025/327, in the language of the page. */
const REGULATION = {
  sv: 'https://eur-lex.europa.eu/eli/reg/2025/327/oj/swe',
  en: 'https://eur-lex.europa.eu/eli/reg/2025/327/oj/eng',
};

/** What the regulation gives a person whose data it may be; Art 58(1)(c). */
export function Rights() {
  const { texts, language } = useLanguage();
  const { rights, rightsNote, rightTo, rightText, regulation } = texts.public;
  return (
    <Section title={rights} note={rightsNote}>
      <dl className="rights">
        {RIGHTS.map((right) => (
          <div key={right}>
            <dt>{rightTo[right]}</dt>
            <dd>{rightText[right]}</dd>
          </div>
        ))}
      </dl>
      <Anchor href={REGULATION[language]} rel="noreferrer">
        {regulation}
      </Anchor>
    </Section>
  );
}
