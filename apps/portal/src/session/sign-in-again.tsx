import { Button, CloseButton, Dialog as Notice, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Dialog } from '../kit/dialog';
import { useLanguage } from '../language/language';
import { ME_KEY, useMe } from './me';
import { SIGNED_IN_CHANNEL, SIGNED_IN_PATH, signInAddress } from './sign-in-address';
import { useSignInWanted, sessionEnd } from './session-end';

/** Asks to sign in beside the page, and leaves the page as it is. */
export function SignInAgain() {
  const { texts } = useLanguage();
  const wanted = useSignInWanted();
  useSignInElsewhere();
  return (
    <>
      <SessionEnded opened={wanted === 'ended'} />
      <Dialog opened={wanted === 'fresh'} onClose={() => sessionEnd.over()} title={texts.session.freshTitle}>
        <Stack>
          <Text>{texts.session.freshText}</Text>
          <SignInBeside fresh />
        </Stack>
      </Dialog>
    </>
  );
}

/** Beside the page and not over it: a session ends while somebody types, and a key must not land elsewhere. */
function SessionEnded({ opened }: { opened: boolean }) {
  const { texts } = useLanguage();
  return (
    <Notice
      opened={opened}
      onClose={() => sessionEnd.over()}
      withBorder
      role="dialog"
      aria-label={texts.session.ended}
      position={{ bottom: 'var(--mantine-spacing-md)', right: 'var(--mantine-spacing-md)' }}
      maw="calc(100vw - 2rem)"
    >
      <Stack gap="sm" role="alert">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={650}>{texts.session.ended}</Text>
          <CloseButton aria-label={texts.common.close} onClick={() => sessionEnd.over()} />
        </Group>
        <Text>{texts.session.endedText}</Text>
        <SignInBeside fresh={false} />
      </Stack>
    </Notice>
  );
}

function SignInBeside({ fresh }: { fresh: boolean }) {
  const { texts } = useLanguage();
  return (
    <Button component="a" target="_blank" href={signInAddress(SIGNED_IN_PATH, fresh)} data-autofocus>
      {texts.session.signInNewTab}
    </Button>
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
