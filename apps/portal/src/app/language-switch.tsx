import { SegmentedControl } from '@mantine/core';
import { useLanguage } from '../language/language';
import { LANGUAGES, type Language } from '../language/texts';

/** Chooses the language of the interface; each is named in itself. */
export function LanguageSwitch() {
  const { language, choose, texts } = useLanguage();
  return (
    <SegmentedControl
      aria-label={texts.app.language}
      size="xs"
      value={language}
      onChange={(chosen) => choose(chosen as Language)}
      data={LANGUAGES.map((code) => ({
        value: code,
        label: (
          <span lang={code} className="language">
            <span className="language-name">{texts.app.languageNames[code]}</span>
            <span className="language-code" aria-hidden>
              {code.toUpperCase()}
            </span>
          </span>
        ),
      }))}
    />
  );
}
