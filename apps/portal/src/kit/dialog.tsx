import { Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/language';

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A dialogue over the page. Its head is no `<header>`, which would be a second banner of the page. */
export function Dialog({ opened, onClose, title, children }: DialogProps) {
  const { texts } = useLanguage();
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Group justify="space-between" wrap="nowrap" p="md" pb={0}>
          <Modal.Title fw={650}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={texts.common.close} />
        </Group>
        <Modal.Body pt="sm">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
