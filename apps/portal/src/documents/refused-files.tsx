import { Alert, List } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { type FileFault, fileFault } from './file-faults';
import type { DocumentRules } from './queries';
import { sizeIn } from './size-in';
import { uploads } from './uploads';

interface RefusedFile {
  readonly name: string;
  readonly fault: FileFault;
}

/** Sends what can be taken of the files that a person chooses, and keeps why the others cannot. */
export function useChosenFiles(caseId: string, rules: DocumentRules) {
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const choose = (files: readonly File[], kind: string, replaces: string | null) => {
    const looked = files.map((file) => ({ file, fault: fileFault(file, rules) }));
    setRefused(looked.flatMap(({ file, fault }) => (fault === null ? [] : [{ name: file.name, fault }])));
    const sound = looked.filter(({ fault }) => fault === null);
    uploads.add(sound.map(({ file }) => ({ caseId, file, kind, replaces })));
  };
  return { refused, choose };
}

export function RefusedFiles({ refused, rules }: { refused: readonly RefusedFile[]; rules: DocumentRules }) {
  const { texts, language } = useLanguage();
  if (refused.length === 0) return null;
  const limits = {
    types: rules.extensions.map((extension) => extension.toUpperCase()).join(', '),
    ...{ size: sizeIn(language, rules.bytesPerDocument), length: rules.nameLength },
  };
  return (
    <Alert color="red" variant="outline" role="alert" title={texts.documents.refusedTitle}>
      <List>
        {refused.map(({ name, fault }) => (
          <List.Item key={name}>{fill(texts.documents.faults[fault], { ...limits, name })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
