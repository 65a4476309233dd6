import { FileButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import type { DocumentRules } from './queries';

interface FilePickerProps {
  readonly rules: DocumentRules;
  readonly multiple: boolean;
  readonly onChoose: (files: readonly File[]) => void;
  /** What opens it. */
  readonly children: (open: () => void) => ReactNode;
}

/** The browser's own choice of files, among those that are taken. The same file can be chosen again. */
export function FilePicker({ rules, multiple, onChoose, children }: FilePickerProps) {
  const reset = useRef<() => void>(null);
  const chosen = (files: File | File[] | null) => {
    onChoose([files ?? []].flat());
    reset.current?.();
  };
  return (
    <FileButton
      resetRef={reset}
      multiple={multiple}
      accept={rules.extensions.map((extension) => `.${extension}`).join(',')}
      onChange={chosen}
    >
      {({ onClick }) => children(onClick)}
    </FileButton>
  );
}
