/** What a command has to say: one JSON document for scripts, and a text for people. */
export interface Answer {
  readonly document: unknown;
  readonly text: string;
  /** A refusal or a finding is an answer as well; it makes exit code 1. */
  readonly failed?: boolean;
}

/** Where output goes. Never both at once to stdout: under --json, nothing but the document is written there. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

export const PROCESS_STREAMS: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};
