import { createContext } from 'react';

/** When the report around was made, for what leaves the page: a file tells it too. Null: not said. */
export const MadeContext = createContext<string | null>(null);
