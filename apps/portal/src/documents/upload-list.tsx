import { Alert, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';
import { useReason } from '../kit/reason';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { documentsKey } from './queries';
import { type Upload, uploads } from './uploads';

/** What is on its way to a case, what did not arrive, and what has just arrived. */
export function UploadList({ caseId }: { caseId: string }) {
  const { texts } = useLanguage();
  const all = useSyncExternalStore(uploads.subscribe, uploads.list);
  const own = all.filter((upload) => upload.caseId === caseId);
  const done = own.filter(({ state }) => state === 'done');
  useShowingWhatArrives(caseId, done.length);
  return (
    <Stack gap="xs">
      {own.map((upload) => (
        <OneUpload key={upload.key} upload={upload} />
      ))}
      <Text role="status" size="sm">
        {done.length > 0 &&
          fill(texts.documents.done, { name: done.map(({ file }) => file.name).join(', ') })}
      </Text>
    </Stack>
  );
}

/** The table of documents is asked for again each time that one has arrived. */
function useShowingWhatArrives(caseId: string, arrived: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (arrived > 0) void client.invalidateQueries({ queryKey: documentsKey(caseId) });
  }, [client, caseId, arrived]);
}

function OneUpload({ upload }: { upload: Upload }) {
  if (upload.state === 'done') return null;
  return upload.state === 'broken' ? <Broken upload={upload} /> : <OnItsWay upload={upload} />;
}

function OnItsWay({ upload: { file, state, share } }: { upload: Upload }) {
  const { texts } = useLanguage();
  const percent = Math.floor(share * 100);
  const { waiting, sending } = texts.documents;
  const words = fill(state === 'waiting' ? waiting : sending, { name: file.name, percent });
  return (
    <div>
      <Text size="sm" className="said">
        {words}
      </Text>
      <Progress value={percent} aria-label={words} />
    </div>
  );
}

/** Sent again unchanged, such a file is refused again: who sends it, its case, its type, size or content stands against it. */
const FOR_GOOD = [403, 404, 409, 413, 415, 422];

/** Says what happened; nobody has to choose the file again. */
function Broken({ upload: { key, file, trouble } }: { upload: Upload }) {
  const { texts } = useLanguage();
  const reason = useReason(trouble);
  const { name } = file;
  const body = trouble instanceof Problem ? trouble.body : null;
  return (
    <Alert color="red" variant="outline" role="alert" title={fill(texts.documents.brokenTitle, { name })}>
      <Stack gap="xs">
        <Text>{reason ?? texts.documents.broken}</Text>
        {body?.details !== undefined && (
          <List size="sm">
            {body.details.map((detail) => (
              <List.Item key={detail}>{detail}</List.Item>
            ))}
          </List>
        )}
        <Group>
          {!FOR_GOOD.includes(body?.status ?? 0) && (
            <Button onClick={() => uploads.again(key)} className="wraps">
              {fill(texts.documents.again, { name })}
            </Button>
          )}
          <Button variant="default" onClick={() => uploads.remove(key)} className="wraps">
            {fill(texts.documents.remove, { name })}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
