import { Anchor, Button, List, Text } from '@mantine/core';
import { BASE_PATH } from '../api/client';
import { DataTable } from '../kit/data-table';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { FilePicker } from './file-picker';
import type { Document, DocumentRules } from './queries';
import { RefusedFiles, useChosenFiles } from './refused-files';
import { sizeIn } from './size-in';

interface DocumentTableProps {
  readonly caseId: string;
  /** Every version, as they came. */
  readonly documents: readonly Document[];
  /** Names the kinds; null while it is asked for. */
  readonly rules: DocumentRules | null;
  /** The same, where new versions may be handed in now. */
  readonly open: DocumentRules | null;
}

/** The latest version of each document, with those before it. */
export function DocumentTable({ caseId, documents, rules, open }: DocumentTableProps) {
  const { texts, say, format, language } = useLanguage();
  const kindOf = (code: string) => {
    const known = rules?.kinds.find((kind) => kind.code === code);
    return known === undefined ? code : say(known.label);
  };
  const columns = [
    {
      title: texts.documents.document,
      cell: (document: Document) => <Versions caseId={caseId} document={document} documents={documents} />,
    },
    { title: texts.documents.kind, cell: ({ kind }: Document) => kindOf(kind) },
    { title: texts.documents.size, cell: ({ size }: Document) => sizeIn(language, size) },
    { title: texts.documents.added, cell: ({ addedAt }: Document) => format.moment(addedAt) },
  ];
  const renewal = {
    title: texts.documents.newVersion,
    cell: (document: Document) =>
      open !== null && <NewVersion caseId={caseId} document={document} rules={open} />,
  };
  return (
    <DataTable
      caption={texts.documents.title}
      rows={documents.filter(({ replacedBy }) => replacedBy === null)}
      keyOf={({ id }) => id}
      columns={open === null ? columns : [...columns, renewal]}
    />
  );
}

interface OneDocumentProps {
  readonly caseId: string;
  readonly document: Document;
}

function Versions({ caseId, document, documents }: OneDocumentProps & { documents: readonly Document[] }) {
  const { texts } = useLanguage();
  const earlier = versionsBefore(document, documents);
  return (
    <>
      <DocumentLink caseId={caseId} document={document} />
      {earlier.length > 0 && (
        <List size="sm" aria-label={fill(texts.documents.earlier, { name: document.name ?? '' })}>
          {earlier.map((version) => (
            <List.Item key={version.id}>
              <DocumentLink caseId={caseId} document={version} />
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** A browser saves it, and shows nothing of it. */
function DocumentLink({ caseId, document: { id, name, version, state } }: OneDocumentProps) {
  const { texts } = useLanguage();
  const remarks = [
    ...(version > 1 ? [fill(texts.documents.version, { n: version })] : []),
    ...(state === 'unscanned' ? [texts.documents.unscanned] : []),
  ].join(', ');
  return (
    <>
      {name === null ? (
        texts.documents.disposed
      ) : (
        <Anchor href={`${BASE_PATH}api/v1/cases/${caseId}/documents/${id}/content`} className="said" download>
          {name}
        </Anchor>
      )}
      {remarks !== '' && (
        <Text span size="sm" c="dimmed">
          {' '}
          ({remarks})
        </Text>
      )}
    </>
  );
}

/** What it replaces, what that replaced, and so on: the latest first. */
function versionsBefore({ replaces }: Document, documents: readonly Document[]): Document[] {
  const before = documents.find(({ id }) => id === replaces);
  return before === undefined ? [] : [before, ...versionsBefore(before, documents)];
}

function NewVersion({ caseId, document, rules }: OneDocumentProps & { rules: DocumentRules }) {
  const { texts } = useLanguage();
  const { refused, choose } = useChosenFiles(caseId, rules);
  const { id, kind, name } = document;
  return (
    <>
      <FilePicker rules={rules} multiple={false} onChoose={(files) => choose(files, kind, id)}>
        {(open) => (
          <Button
            variant="default"
            size="compact-sm"
            onClick={open}
            aria-label={fill(texts.documents.newVersionOf, { name: name ?? '' })}
          >
            {texts.documents.newVersion}
          </Button>
        )}
      </FilePicker>
      <RefusedFiles refused={refused} rules={rules} />
    </>
  );
}
