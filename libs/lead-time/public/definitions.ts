import type { Text } from '@ledtid/workflow';
import { SUPPRESSION } from '../suppression/definitions';

/** What the public status is of, and what is withheld from it. */
export const PUBLIC_DEFINITION: Text = {
  en:
    'Of the twelve whole months that ended last, open work as it was at their end: the figures change once a month, so ' +
    `that no day gives a single case away. ${SUPPRESSION.en}`,
  sv:
    'Avser de tolv senast avslutade hela månaderna, öppet arbete som det var vid deras slut: uppgifterna ändras en gång ' +
    `i månaden, så att ingen enskild dag röjer ett ärende. ${SUPPRESSION.sv}`,
};
