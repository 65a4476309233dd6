import type { Text } from '@ledtid/workflow';

/** Why an event cannot be taken now, and what to do about it. */
export const REFUSALS: Readonly<Record<string, Text>> = {
  'form-incomplete': {
    sv: 'Ansökan nämner inget dataset. Ange minst ett dataset med dess datainnehavare.',
    en: 'The application names no dataset. Give at least one dataset with its data holder.',
  },
  'completion-requests-exhausted': {
    sv: 'Fler kompletteringar kan inte begäras: tidsfönstret har löpt ut eller alla begäranden är använda. Avsluta förgranskningen eller avvisa ansökan.',
    en: 'No further completion can be requested: the window has closed or every request in it is used. Finish prequalification or dismiss.',
  },
  'dataset-not-in-scope': {
    sv: 'Ett angivet dataset ingår inte i ärendet. Välj bland ärendets dataset.',
    en: 'A dataset named is not part of the case. Choose among those of the case.',
  },
  'assessment-incomplete': {
    sv: 'Bedömning saknas för något dataset. Bedöm varje dataset i ärendet.',
    en: 'A dataset has not been assessed. Assess every dataset of the case.',
  },
  'criterion-not-met': {
    sv: 'Ett dataset är tillstyrkt trots att ett villkor i artikel 68 inte är uppfyllt. Ändra bedömningen.',
    en: 'A dataset is recommended although a criterion of Article 68 is not met. Change the assessment.',
  },
  'ethics-not-covered': {
    sv: 'Ett dataset omfattas inte av något etikgodkännande. Begär en ändringsansökan eller lämna datasetet utanför.',
    en: 'A dataset is not covered by any ethics approval. Request an amendment, or leave the dataset out.',
  },
  'ethics-still-lacking': {
    sv: 'Etikbeslutet omfattar inte alla dataset som ärendet väntar på.',
    en: 'The ethics decision does not cover every dataset that the case waits for.',
  },
  'holder-not-to-be-asked': {
    sv: 'Datainnehavaren ingår inte i ärendet, eller så är alla redan tillfrågade. Ange vilka som ska frågas igen.',
    en: 'That data holder is not part of the case, or all have been asked. Name those to be asked again.',
  },
  'holder-yet-to-answer': {
    sv: 'Alla tillfrågade datainnehavare har inte svarat.',
    en: 'Not every data holder asked has answered.',
  },
  'holder-not-asked': {
    sv: 'Någon datainnehavare i ärendet har inte tillfrågats. Fråga alla datainnehavare först.',
    en: 'A data holder of the case has not been asked. Ask every data holder first.',
  },
  'scope-outside-application': {
    sv: 'Omfattningen går utöver ansökan. Välj bland ansökans dataset, eller be sökanden komplettera.',
    en: 'The scope goes beyond the application. Choose among its datasets, or ask the applicant to complete it.',
  },
  'stage-not-reopened': { sv: 'Den granskningen återupptas inte.', en: 'That review is not reopened.' },
  'population-not-granted': {
    sv: 'Populationen kan inte bestämmas: datasetet som definierar den beviljas inte, eller så väntar utlämnandena på varandra.',
    en: 'The population cannot be determined: the dataset that defines it is not granted, or releases wait for each other.',
  },
  'applicant-not-heard': {
    sv: 'Sökanden har inte fått yttra sig. Kommunicera innan ansökan avslås.',
    en: 'The applicant has not been heard. Hear the applicant before refusing.',
  },
  'statistics-not-agreed': {
    sv: 'Sökanden har inte godtagit ett svar i statistisk form. Inhämta ett yttrande först.',
    en: 'The applicant has not agreed to an answer in statistical form. Obtain a statement first.',
  },
  'appeal-outcome-differs': { sv: 'Överklagandet fick en annan utgång.', en: 'The appeal ended otherwise.' },
  'releases-ended-otherwise': {
    sv: 'Utlämnandena är inte avslutade på det sättet.',
    en: 'The releases have not ended in that way.',
  },
  'access-already-open': {
    sv: 'Tillgång har redan öppnats i någon del.',
    en: 'Access has already been opened to some part.',
  },
};
