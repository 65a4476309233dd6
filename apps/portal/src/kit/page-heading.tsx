import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../language/language';

let pagesShown = 0;

/**
 * The heading of a page: names the window after it, and after a change of page takes the focus there, so that whoever
 * listens to the page hears where they have come to. The first page leaves the focus to the browser.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const { texts } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${texts.app.name}`;
  }, [title, texts]);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading.current?.focus();
  }, []);
  return (
    <Title order={1} ref={heading} tabIndex={-1} className="page-heading">
      {title}
      {children}
    </Title>
  );
}
