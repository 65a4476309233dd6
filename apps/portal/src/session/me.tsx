import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type Me, type Party, type Role, api } from '../api/client';
import { Problem, answerOf } from '../api/problem';
import { sessionEnd } from './session-end';

export const ME_KEY = ['me'] as const;

/** Who is signed in; null: nobody. Whose session has ended stays who was here, until somebody signs in. */
export function useWhoIsThere() {
  const client = useQueryClient();
  const queryFn = () => whoIsThere(client.getQueryData<Me | null>(ME_KEY) ?? null);
  return useQuery({ queryKey: ME_KEY, queryFn, staleTime: 60_000 });
}

async function whoIsThere(before: Me | null): Promise<Me | null> {
  try {
    return await answerOf(api.GET('/api/v1/me'));
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status !== 401) throw thrown;
    if (before !== null) sessionEnd.noticeIn(thrown);
    return before;
  }
}

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, for what is shown only to people who are. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('A component asks who is signed in where nobody may be.');
  return me;
}

/** Whether one of the person's roles is among these; with none given, always. */
export function hasRole(me: Me, roles?: readonly Role[]): boolean {
  return roles === undefined || roles.some((role) => me.roles.includes(role));
}

/** For whom each role speaks, when it is somebody's turn; who is not here works for the body. */
const PARTIES: Partial<Record<Role, Party>> = {
  applicant: 'applicant',
  data_holder: 'holder',
  environment_operator: 'environment',
};

/** For which parties the person speaks. */
export function useParties(): readonly Party[] {
  return useMe().roles.map((role) => PARTIES[role] ?? 'hdab');
}
