import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { BASE_PATH, api } from '../api/client';
import { answerOf } from '../api/problem';
import { contrast, useContrast } from '../kit/contrast';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useMe } from '../session/me';

const SCHEMES = ['light', 'dark', 'auto'] as const;
type Scheme = (typeof SCHEMES)[number];

/** Who is signed in, how the portal looks, and the way out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const { texts } = useLanguage();
  const { name, subject, roles } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isHigh = useContrast();
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
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as Scheme)}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {texts.app.appearances[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.CheckboxItem checked={isHigh} onChange={contrast.choose}>
          {texts.app.highContrast}
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item onClick={onHelp}>{texts.app.shortcuts}</Menu.Item>
        <Menu.Item component={Link} to="/sessions">
          {texts.session.sessions}
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>{texts.app.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
