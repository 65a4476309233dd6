import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Dialog } from '../kit/dialog';
import { useLanguage } from '../language/language';
import { ME_KEY, useMe } from './me';
import { SIGNED_IN_CHANNEL, SIGNED_IN_PATH, signInAddress } from './sign-in-address';
import { sessionEnd } from './session-end';

/** Asks to sign in beside the page, and leaves the page as it is. */
export function SignInAgain() {
  const { texts } = useLanguage();
  const wanted = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.wanted);
  useSignInElsewhere();
  const fresh = wanted === 'fresh';
  return (
    <Dialog
      opened={wanted !== null}
      onClose={() => sessionEnd.over()}
      title={fresh ? texts.session.freshTitle : texts.session.ended}
    >
      <Stack>
        <Text>{fresh ? texts.session.freshText : texts.session.endedText}</Text>
        <Button component="a" target="_blank" href={signInAddress(SIGNED_IN_PATH, fresh)} data-autofocus>
          {texts.session.signInNewTab}
        </Button>
      </Stack>
    </Dialog>
  );
}

/** Goes on when somebody has signed in, in another tab. Of another person nothing of this page may be left. */
function useSignInElsewhere(): void {
  const me = useMe();
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      if (data !== me.subject) {
        window.location.reload();
        return;
      }
      sessionEnd.over();
      void client.invalidateQueries({ queryKey: ME_KEY });
    };
    return () => channel.close();
  }, [client, me.subject]);
}
