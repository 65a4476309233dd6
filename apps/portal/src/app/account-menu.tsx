import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { BASE_PATH, api } from '../api/client';
import { answerOf } from '../api/problem';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useMe } from '../session/me';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is signed in, how the portal looks, and the way out. */
export function AccountMenu() {
  const { texts } = useLanguage();
  const { name, subject, roles } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sign-out')),
    onSuccess: () => window.location.assign(BASE_PATH),
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className="account"
          aria-label={`${texts.app.account}: ${name ?? subject}`}
        >
          {name ?? subject}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {fill(texts.app.signedInAs, { name: roles.map((role) => texts.session.roles[role]).join(', ') })}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{texts.app.appearance}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
            leftSection={<span aria-hidden>{scheme === colorScheme ? '●' : '○'}</span>}
          >
            {texts.app.appearances[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => leave.mutate()}>{texts.app.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
