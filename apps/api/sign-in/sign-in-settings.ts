import type { Settings } from '@ledtid/platform';
import type { SignInOptions } from './sign-in-providers';

/** What the environment says of sign-in and sessions. */
export function signInSettings(
  settings: Pick<
    Settings,
    | 'publicUrl'
    | 'port'
    | 'assurance'
    | 'sessionIdleMinutes'
    | 'sessionHours'
    | 'sessionsPerPerson'
    | 'decisionMinutes'
  >,
): Required<Omit<SignInOptions, 'issuers'>> {
  const publicUrl = (settings.publicUrl ?? `http://localhost:${settings.port}`).replace(/\/+$/, '');
  return {
    publicUrl: () => publicUrl,
    assurance: settings.assurance,
    sessionLimits: {
      idleSeconds: settings.sessionIdleMinutes * 60,
      absoluteSeconds: settings.sessionHours * 3600,
      parallel: settings.sessionsPerPerson,
    },
    decisionSeconds: settings.decisionMinutes * 60,
  };
}
