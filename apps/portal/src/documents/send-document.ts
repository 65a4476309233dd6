import { BASE_PATH, type Schemas } from '../api/client';
import { Problem, Unreachable } from '../api/problem';
import type { Document } from './queries';

/** A file on its way to a case. */
export interface Sending {
  readonly caseId: string;
  readonly file: File;
  /** Code of its kind; that of what it replaces, where it replaces something. */
  readonly kind: string;
  /** The id of the version that it replaces. */
  readonly replaces: string | null;
}

/**
 * Sends a file and tells on the way how much of it has gone, between 0 and 1. By XMLHttpRequest, because `fetch` does
 * not tell that. Throws `Problem` where the API refused, `Unreachable` where the answer never came.
 */
export function sendDocument(sending: Sending, onProgress: (share: number) => void): Promise<Document> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(sending));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('content-disposition', dispositionOf(sending.file.name));
    request.setRequestHeader('x-csrf-protection', '1');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) done(answer as Document);
      else fail(isProblem(answer) ? new Problem(answer) : new Unreachable(`Answered ${request.status}`));
    };
    request.onerror = () => fail(new Unreachable('The connection broke while a document was sent'));
    request.send(sending.file);
  });
}

function addressOf({ caseId, kind, replaces }: Sending): string {
  const documents = `${BASE_PATH}api/v1/cases/${caseId}/documents`;
  return replaces === null ? `${documents}?kind=${kind}` : `${documents}/${replaces}/versions`;
}

/** The name in a header (RFC 8187), because addresses are logged and names of files hold names of people. */
function dispositionOf(name: string): string {
  const escaped = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}

function isProblem(answer: unknown): answer is Schemas['ProblemBody'] {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'text' in answer;
}
