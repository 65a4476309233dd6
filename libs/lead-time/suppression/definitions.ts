import type { Text } from '@ledtid/workflow';
import { SMALLEST_GROUP } from './suppress-table';

export const SUPPRESSION: Text = {
  en:
    `For the public: counts of 1 to ${SMALLEST_GROUP - 1} cases or visits are withheld (null), with the percentiles, means and sums of ` +
    'such groups, and as many other figures as it takes that none of them follows from the rest. Zeros are shown ' +
    'where they hide nothing. The longest, the oldest and causes are always withheld: they may be one case’s.',
  sv:
    `För allmänheten: antal på 1 till ${SMALLEST_GROUP - 1} ärenden eller besök undertrycks (null), med percentiler, medelvärden och summor ` +
    'för sådana grupper, och så många andra uppgifter som krävs för att inget av dem ska gå att räkna ut ur resten. ' +
    'Nollor visas där de inget avslöjar. Det längsta, det äldsta och orsaker undertrycks alltid: de kan vara ett enda ärendes.',
};
