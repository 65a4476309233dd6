import { quoteText } from '../engine/quote';

export interface CsvDialect {
  delimiter?: string;
  /** How a missing value is written; default the empty text. */
  missing?: string[];
  /** True where `""` is an empty text and only an unquoted empty value is missing, as COPY writes it. */
  quotedIsText?: boolean;
}

/** The dialect is stated, never sniffed: a guess could skip the first rows without a word. */
export function csvReader(path: string, dialect: CsvDialect = {}): string {
  const missing = (dialect.missing ?? ['']).map(quoteText).join(', ');
  const options = [
    'header = true, all_varchar = true, skip = 0',
    `delim = ${quoteText(dialect.delimiter ?? ',')}, quote = '"', escape = '"'`,
    `nullstr = [${missing}], allow_quoted_nulls = ${dialect.quotedIsText ? 'false' : 'true'}`,
  ];
  return `read_csv(${quoteText(path)}, ${options.join(', ')})`;
}
