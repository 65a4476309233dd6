import { Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { MeContext, useWhoIsThere } from './me';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';

/** Shows what it holds to whoever is signed in. Whose session ends later keeps the page, and signs in beside it. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { texts } = useLanguage();
  const asked = useWhoIsThere();
  if (asked.isPending) {
    return (
      <Center mih="50vh">
        <Loader aria-label={texts.app.loading} />
      </Center>
    );
  }
  const me = asked.data;
  if (me === undefined) return <Failure of={asked.error} again={() => void asked.refetch()} />;
  if (me === null) return <SignInPage />;
  return (
    <MeContext value={me}>
      {children}
      <SignInAgain />
    </MeContext>
  );
}
