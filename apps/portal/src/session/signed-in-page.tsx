import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { useMe } from './me';
import { SIGNED_IN_CHANNEL } from './sign-in-address';

/** Where somebody comes back to who signed in beside another tab; tells that tab. */
export function SignedInPage() {
  const { texts } = useLanguage();
  const { subject } = useMe();
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.postMessage(subject);
    channel.close();
  }, [subject]);
  return (
    <>
      <PageHeading title={texts.session.backTitle} />
      <Text>{texts.session.backText}</Text>
    </>
  );
}
