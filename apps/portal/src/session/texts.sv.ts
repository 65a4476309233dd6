import type { Translated } from '../language/texts';
import type { sessionEn } from './texts.en';

export const sessionSv: Translated<typeof sessionEn> = {
  title: 'Logga in',
  intro: 'Ansök om hälsodata, arbeta med ärenden och se var de är.',
  signIn: 'Logga in',
  ended: 'Din session är slut',
  endedText: 'Inget av det du har skrivit är borta. Logga in igen i en ny flik och fortsätt sedan här.',
  freshTitle: 'Visa vem du är en gång till',
  freshText:
    'Ett beslut kräver att du nyligen har loggat in. Logga in igen i en ny flik och besluta sedan här. Det du har skrivit finns kvar.',
  signInNewTab: 'Logga in (öppnar en ny flik)',
  backTitle: 'Du är inloggad',
  backText: 'Du kan stänga fliken och fortsätta där du var.',
  sessions: 'Var du är inloggad',
  sessionsText:
    'Avsluta det du inte känner igen, eller har lämnat öppet. För att avsluta en annan inloggning än denna får du visa vem du är en gång till.',
  which: 'Inloggning',
  thisOne: 'Den här',
  another: 'En annan',
  signedInAt: 'Inloggad',
  lastUsedAt: 'Senast använd',
  endsAt: 'Slutar senast',
  end: 'Avsluta',
  endIt: 'Avsluta inloggningen som senast användes {moment}',
  signOutEverywhere: 'Logga ut överallt',
  roles: {
    applicant: 'Sökande',
    case_officer: 'Handläggare',
    legal_reviewer: 'Jurist',
    technical_reviewer: 'Teknisk granskare',
    decision_maker: 'Beslutsfattare',
    data_holder: 'Hälsodatainnehavare',
    environment_operator: 'Driftansvarig för behandlingsmiljö',
    data_engineer: 'Dataingenjör',
    manager: 'Ledning',
    auditor: 'Revisor',
    administrator: 'Administratör',
  },
};
