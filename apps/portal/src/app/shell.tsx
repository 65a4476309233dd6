import { AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { hasRole, useMe } from '../session/me';
import { AccountMenu } from './account-menu';
import type { MenuLink } from './area';
import { keepFocus } from './keep-focus';
import { LanguageSwitch } from './language-switch';
import { Shortcuts } from './shortcuts';

const CONTENT = 'content';

/** The frame of every page: where one is, the menu, the language, and who is signed in. */
export function Shell({ links }: { links: readonly MenuLink[] }) {
  const { texts } = useLanguage();
  const [opened, { toggle, close }] = useDisclosure();
  const [helps, help] = useDisclosure();
  const me = useMe();
  const own = useMemo(() => links.filter(({ roles }) => hasRole(me, roles)), [links, me]);
  const content = useRef<HTMLElement>(null);
  useEffect(() => (content.current === null ? undefined : keepFocus(content.current)), []);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip-link" href={`#${CONTENT}`} onClick={toContent}>
        {texts.app.skip}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={texts.app.menu}
              aria-expanded={opened}
            />
            <Text component={Link} to="/" className="brand" fw={700}>
              {texts.app.name}
            </Text>
          </Group>
          <Group wrap="nowrap" gap="xs">
            <LanguageSwitch />
            <AccountMenu onHelp={help.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={texts.app.main}>
        <MenuLinks links={own} onGo={close} />
      </AppShell.Navbar>
      <Shortcuts links={own} opened={helps} onOpen={help.open} onClose={help.close} />
      <AppShell.Main id={CONTENT} tabIndex={-1} ref={content}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function MenuLinks({ links, onGo }: { links: readonly MenuLink[]; onGo: () => void }) {
  const { texts } = useLanguage();
  const { pathname } = useLocation();
  const isAt = (to: string) => (to === '/' ? pathname === to : pathname.startsWith(to));
  return links.map(({ to, label }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={label(texts)}
      active={isAt(to)}
      aria-current={isAt(to) ? 'page' : undefined}
      onClick={onGo}
    />
  ));
}

/** By hand: an address of `#` alone would lead to the page's `<base>`, which is another page. */
function toContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(CONTENT)?.focus();
}
