import { fileFault } from './file-faults';

const RULES = {
  ...{ kinds: [], extensions: ['pdf', 'csv'], nameLength: 12 },
  ...{ bytesPerDocument: 100, bytesPerCase: 1000, documentsPerCase: 5 },
};

describe('a file, before it is sent', () => {
  it.each([
    ['plan.PDF', 100, null],
    ['plan.exe', 10, 'type'],
    ['plan', 10, 'type'],
    ['plan.pdf.exe', 10, 'type'],
    ['plan.csv', 0, 'empty'],
    ['plan.csv', 101, 'tooLarge'],
    ['planplanp.csv', 10, 'nameTooLong'],
  ])('%s of %d bytes: %s', (name, size, fault) => {
    expect(fileFault({ name, size }, RULES)).toBe(fault);
  });
});
