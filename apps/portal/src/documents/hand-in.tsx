import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { FilePicker } from './file-picker';
import type { DocumentRules } from './queries';
import { RefusedFiles, useChosenFiles } from './refused-files';
import { sizeIn } from './size-in';

/** What kind it is, and which files; they are sent as soon as they are chosen. */
export function HandIn({ caseId, rules }: { caseId: string; rules: DocumentRules }) {
  const { texts, say, language } = useLanguage();
  const [kind, setKind] = useState('');
  const [asked, setAsked] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const { refused, choose } = useChosenFiles(caseId, rules);
  const types = rules.extensions.map((extension) => extension.toUpperCase()).join(', ');
  const kinds = rules.kinds.map(({ code, label }) => ({ value: code, label: say(label) }));
  const askForKind = () => {
    setAsked(true);
    select.current?.focus();
  };
  return (
    <Stack gap="sm">
      <RefusedFiles refused={refused} rules={rules} />
      <Group align="flex-end">
        <NativeSelect
          ref={select}
          label={texts.documents.kind}
          data={[{ value: '', label: texts.form.choose }, ...kinds]}
          value={kind}
          error={asked && kind === '' ? texts.documents.kindFirst : undefined}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <FilePicker rules={rules} multiple onChoose={(files) => choose(files, kind, null)}>
          {(open) => (
            <Button onClick={kind === '' ? askForKind : open} className="wraps">
              {texts.documents.hand}
            </Button>
          )}
        </FilePicker>
      </Group>
      <Text size="sm" c="dimmed">
        {fill(texts.documents.taken, { types, size: sizeIn(language, rules.bytesPerDocument) })}
      </Text>
    </Stack>
  );
}
