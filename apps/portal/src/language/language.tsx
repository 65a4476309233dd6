import { type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Text } from '../api/client';
import { remember, remembered } from '../kit/preferences';
import { type Format, formatIn } from './format';
import { CATALOGUES, type Catalogue, type Language, languageOf, textIn } from './texts';

interface LanguageInUse {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The portal's own texts. */
  readonly texts: Catalogue;
  /** A text of the API in the language in use. */
  readonly say: (text: Text) => string;
  readonly format: Format;
}

const Context = createContext<LanguageInUse | null>(null);

/** Gives everything below it one language, and tells the browser which, for whoever reads the page aloud. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    languageOf(remembered('language'), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const inUse = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        remember('language', chosen);
        setLanguage(chosen);
      },
      texts: CATALOGUES[language],
      say: (text: Text) => textIn(language, text),
      format: formatIn(language),
    }),
    [language],
  );
  return <Context value={inUse}>{children}</Context>;
}

export function useLanguage(): LanguageInUse {
  const inUse = useContext(Context);
  if (inUse === null) throw new Error('A component asks for the language outside of LanguageProvider.');
  return inUse;
}
