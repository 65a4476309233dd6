import { ImportProblem } from './import-problem';
import { TextFile } from './text-file';

export const LOG_FORMATS = ['xes', 'ocel', 'csv'] as const;

export type LogFormat = (typeof LOG_FORMATS)[number];

/** A log and its format, told by its first character. Throws `ImportProblem` while it is opened and read. */
export class LogFile {
  private constructor(
    private readonly file: TextFile,
    readonly format: LogFormat,
  ) {}

  static async open(path: string): Promise<LogFile> {
    const file = await TextFile.open(path);
    return new LogFile(file, formatOf(await headOf(file)));
  }

  /** May be called again for a second reading. */
  text(): AsyncGenerator<string> {
    return this.file.text();
  }
}

async function headOf(file: TextFile): Promise<string> {
  for await (const chunk of file.text()) if (chunk.trim() !== '') return chunk;
  throw new ImportProblem('log-without-events', `${file.path} is empty.`, 'Export the log again.');
}

function formatOf(head: string): LogFormat {
  if (head.includes('\0') || head.startsWith('PK\u0003')) {
    throw new ImportProblem(
      'format-unknown',
      'The file is not text.',
      'Give a CSV, XES or OCEL 2.0 JSON file, as it is or gzipped; unpack other archives first.',
    );
  }
  const first = head.trimStart()[0];
  if (first === '<') return 'xes';
  return first === '{' || first === '[' ? 'ocel' : 'csv';
}
