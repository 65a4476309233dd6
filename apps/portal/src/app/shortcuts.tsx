import { Kbd, Stack, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../kit/dialog';
import { useLanguage } from '../language/language';
import type { MenuLink } from './area';

interface ShortcutsProps {
  /** The menu as the person has it. */
  readonly links: readonly MenuLink[];
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Both are held down, so that no letter of what somebody types or dictates is one (WCAG 2.2, 2.1.4). */
const HELD = ['Alt', 'Shift'];

/** The entries of the menu by number, and what shows which there are. */
export function Shortcuts({ links, opened, onOpen, onClose }: ShortcutsProps) {
  const { texts } = useLanguage();
  useKeys(links, onOpen);
  const rows = [
    ...links.map(({ to, label }, place) => ({ key: `${place + 1}`, what: label(texts), to })),
    { key: 'H', what: texts.app.shortcuts, to: 'help' },
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.app.shortcuts}>
      <Stack>
        <Text>{texts.app.shortcutsText}</Text>
        <Table aria-label={texts.app.shortcuts}>
          <Table.Tbody>
            {rows.map(({ key, what, to }) => (
              <Table.Tr key={to}>
                <Table.Th scope="row">{what}</Table.Th>
                <Table.Td>
                  {[...HELD, key].map((name, place) => (
                    <span key={name}>
                      {place > 0 && ' + '}
                      <Kbd>{name}</Kbd>
                    </span>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Dialog>
  );
}

/** By the place of the key and not what it writes: with both held down, keyboards write many things. */
function useKeys(links: readonly MenuLink[], onHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      const digit = /^Digit(\d)$/.exec(event.code)?.[1];
      const link = digit === undefined ? undefined : links[Number(digit) - 1];
      if (link === undefined && event.code !== 'KeyH') return;
      event.preventDefault();
      if (link === undefined) onHelp();
      else void navigate(link.to);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [links, navigate, onHelp]);
}
