// Tests wait on signals and not for a time, so this is only how long a hung one may hang on a busy machine.
jest.setTimeout(60_000);
