import { type MantineColorsTuple, createTheme } from '@mantine/core';

/** A calm blue-green; shade 7 and darker has a contrast of 4.5:1 and more on white. */
const LAKE: MantineColorsTuple = [
  '#eaf5f8',
  '#d5e8ee',
  '#a9d2de',
  '#79bacd',
  '#53a6be',
  '#3c99b5',
  '#2c8aa7',
  '#1c6f88',
  '#145a70',
  '#0b4659',
];

/** System fonts: nothing is fetched from elsewhere. */
const FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

export const theme = createTheme({
  colors: { lake: LAKE },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
