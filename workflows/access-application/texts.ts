import type { WorkflowTexts } from '@ledtid/workflow';
import { CODES } from './code-texts';
import { FORM_FIELDS } from './form-texts';
import { FIELDS } from './field-texts';
import { REFUSALS } from './refusal-texts';

export const TEXTS: WorkflowTexts = {
  name: { sv: 'Ansökan om tillgång till hälsodata', en: 'Health data access application' },
  stages: {
    prequalification: { sv: 'Förgranskning', en: 'Prequalification' },
    completion: { sv: 'Komplettering', en: 'Completion' },
    'legal-review': { sv: 'Juridisk granskning', en: 'Legal review' },
    'technical-feasibility': { sv: 'Teknisk genomförbarhet', en: 'Technical feasibility' },
    decision: { sv: 'Beslut', en: 'Decision' },
    acceptance: { sv: 'Sökandens svar på beslutet', en: 'Acceptance' },
  },
  states: {
    draft: { sv: 'Utkast', en: 'Draft' },
    'review.legal.awaiting-applicant': {
      sv: 'Väntar på sökandens svar',
      en: 'Awaiting the applicant’s answer',
    },
    'review.legal.awaiting-ethics': { sv: 'Väntar på etikprövning', en: 'Awaiting an ethics decision' },
    'review.technical.awaiting-holders': {
      sv: 'Väntar på svar från datainnehavare',
      en: 'Awaiting the data holders’ answers',
    },
    'decision.awaiting-statement': {
      sv: 'Väntar på sökandens yttrande',
      en: 'Awaiting the applicant’s statement',
    },
    'acceptance.appealed': { sv: 'Överklagat', en: 'Appealed' },
    'releasing.fees-open': {
      sv: 'Utlämnande pågår, avgift ej överenskommen',
      en: 'Releasing, fee not agreed',
    },
    'releasing.fees-agreed': { sv: 'Utlämnande pågår', en: 'Releasing' },
  },
  events: {
    SUBMIT: { sv: 'Lämna in ansökan', en: 'Submit the application' },
    WITHDRAW: { sv: 'Återkalla ansökan', en: 'Withdraw the application' },
    REQUEST_COMPLETION: { sv: 'Begär komplettering', en: 'Request completion' },
    COMPLETE: { sv: 'Lämna in komplettering', en: 'Submit the completion' },
    DISMISS: { sv: 'Avvisa ansökan', en: 'Dismiss the application' },
    FINISH_PREQUALIFICATION: { sv: 'Avsluta förgranskningen', en: 'Finish prequalification' },
    RECORD_ETHICS: { sv: 'Registrera etikprövning', en: 'Record an ethics decision' },
    RECORD_ETHICS_NOT_NEEDED: {
      sv: 'Registrera att etikgodkännande inte behövs',
      en: 'Record that ethics approval is not needed',
    },
    REQUEST_ETHICS_AMENDMENT: {
      sv: 'Begär ändringsansökan till etikprövning',
      en: 'Request an ethics amendment',
    },
    ASK_APPLICANT: { sv: 'Fråga sökanden', en: 'Ask the applicant' },
    ANSWER: { sv: 'Svara', en: 'Answer' },
    FINISH_LEGAL_REVIEW: { sv: 'Avsluta den juridiska granskningen', en: 'Finish the legal review' },
    ASK_HOLDERS: { sv: 'Fråga datainnehavarna', en: 'Ask the data holders' },
    HOLDER_ANSWERED: { sv: 'Datainnehavare har svarat', en: 'A data holder has answered' },
    GO_ON_WITHOUT_ANSWER: { sv: 'Gå vidare utan svar', en: 'Go on without an answer' },
    FINISH_TECHNICAL_REVIEW: { sv: 'Avsluta den tekniska granskningen', en: 'Finish the technical review' },
    CHANGE_SCOPE: { sv: 'Ändra ärendets omfattning', en: 'Change the scope' },
    HEAR_APPLICANT: { sv: 'Kommunicera inför avslag', en: 'Hear the applicant before a refusal' },
    GIVE_STATEMENT: { sv: 'Yttra sig', en: 'Give a statement' },
    END_HEARING: { sv: 'Avsluta kommuniceringen utan yttrande', en: 'End the hearing without a statement' },
    REOPEN_REVIEW: { sv: 'Återuppta granskningen', en: 'Reopen the review' },
    GRANT: { sv: 'Bevilja datatillstånd', en: 'Grant a data permit' },
    REFUSE: { sv: 'Avslå ansökan', en: 'Refuse the application' },
    ANSWER_WITH_STATISTICS: {
      sv: 'Svara med anonymiserad statistik i stället',
      en: 'Answer with anonymised statistics instead',
    },
    ACCEPT: { sv: 'Godta beslutet', en: 'Accept the decision' },
    REJECT: { sv: 'Tacka nej till beslutet', en: 'Reject the decision' },
    APPEAL: { sv: 'Överklaga beslutet', en: 'Appeal against the decision' },
    RECORD_APPEAL_DECISION: {
      sv: 'Registrera utgången av överklagandet',
      en: 'Record the outcome of the appeal',
    },
    RECORD_FEE_AGREEMENT: { sv: 'Registrera överenskommen avgift', en: 'Record the fee agreement' },
    RELEASE_YIELDED: {
      sv: 'Ett utlämnande har gett populationen',
      en: 'A release has yielded the population',
    },
    RELEASE_ENDED: { sv: 'Ett utlämnande är avslutat', en: 'A release has ended' },
  },
  fields: { ...FORM_FIELDS, ...FIELDS },
  refusals: REFUSALS,
  codes: CODES,
  outcomes: {
    access: { sv: 'Tillgång', en: 'Access' },
    partial: { sv: 'Tillgång i vissa delar', en: 'Partial access' },
    refused: { sv: 'Avslag', en: 'Refused' },
    dismissed: { sv: 'Avvisad', en: 'Dismissed' },
    withdrawn: { sv: 'Återkallad; ärendet avskrivet', en: 'Withdrawn' },
    answered: { sv: 'Besvarad med statistik (artikel 69)', en: 'Answered with statistics (Article 69)' },
  },
};
