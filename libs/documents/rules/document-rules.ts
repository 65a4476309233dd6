import {
  ConfigurationError,
  type ConfigurationProblem,
  checkEntry,
  isPositiveInteger,
  isRecord,
  isText,
  kebabCase,
} from '@ledtid/time';
import type { Text } from '@ledtid/workflow';
import { EXTENSIONS, type Extension } from '../type/document-types';
import shipped from './kinds-and-limits.json';

/** What an applicant may hand in beside the form. */
export interface DocumentKind extends Text {
  readonly code: string;
}

/** Which documents are taken, and how many; the same for every kind of case. */
export interface DocumentRules {
  readonly kinds: readonly DocumentKind[];
  readonly extensions: readonly Extension[];
  readonly bytesPerDocument: number;
  /** Of an office file, all that is packed in it together. */
  readonly unpackedBytes: number;
  /** Earlier versions count, as they are kept. */
  readonly documentsPerCase: number;
  readonly bytesPerCase: number;
  /** Characters of a file name. */
  readonly nameLength: number;
}

const SIZE = { holds: isPositiveInteger, remedy: 'Write a whole number, at least 1.' };

const ENTRY = {
  kinds: { holds: isList(isRecord), remedy: 'Write a list of kinds, at least one.' },
  extensions: {
    holds: isList((value) => EXTENSIONS.includes(value as Extension)),
    remedy: `Write a list of some of ${EXTENSIONS.join(', ')}.`,
  },
  ...{ bytesPerDocument: SIZE, unpackedBytes: SIZE, documentsPerCase: SIZE, bytesPerCase: SIZE },
  nameLength: SIZE,
};

const NAMED = { holds: isText, remedy: 'Write the name by which people know it.' };
const KIND = { code: kebabCase, sv: NAMED, en: NAMED };

/** Reads a parsed JSON document. Throws `ConfigurationError` `document-rules-invalid` that names every fault. */
export function loadDocumentRules(document: unknown): DocumentRules {
  const whole = checkEntry(document, 'document rules', ENTRY);
  const kinds: ConfigurationProblem[] =
    whole.length > 0
      ? []
      : (document as DocumentRules).kinds.flatMap((kind) => checkEntry(kind, `kind ${kind.code}`, KIND));
  if (whole.length + kinds.length > 0)
    throw new ConfigurationError('document-rules-invalid', [...whole, ...kinds]);
  return document as DocumentRules;
}

export const defaultDocumentRules: DocumentRules = loadDocumentRules(shipped);

function isList(holds: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(holds);
}
