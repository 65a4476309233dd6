import type { Translated } from '../language/texts';
import type { startEn } from './texts.en';

export const startSv: Translated<typeof startEn> = { title: 'Start', welcome: 'Välkommen, {name}' };
