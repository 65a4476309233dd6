import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file as its format says it (APPNOTE 6.3.10), every part deflated: with what faults a test asks for. */
export function zipOf(
  parts: readonly (readonly [name: string, content: string | Buffer])[],
  { flags = 0, claimed }: { flags?: number; claimed?: number } = {},
): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const about = [
      flags,
      8,
      0,
      0,
      crc32(bytes),
      packed.length,
      claimed ?? bytes.length,
      Buffer.byteLength(name),
    ];
    const shared = fields([2, 2, 2, 2, 4, 4, 4, 2], about);
    const file = Buffer.concat([
      numbered(0x04034b50),
      fields([2], [20]),
      shared,
      fields([2], [0]),
      Buffer.from(name),
      packed,
    ]);
    const rest = fields([2, 2, 2, 2, 4, 4], [0, 0, 0, 0, 0, offset]);
    directory.push(
      Buffer.concat([numbered(0x02014b50), fields([2, 2], [20, 20]), shared, rest, Buffer.from(name)]),
    );
    files.push(file);
    offset += file.length;
  }
  const names = Buffer.concat(directory);
  const end = fields([2, 2, 2, 2, 4, 4, 2], [0, 0, parts.length, parts.length, names.length, offset, 0]);
  return Buffer.concat([...files, names, numbered(0x06054b50), end]);
}

function numbered(signature: number): Buffer {
  return fields([4], [signature]);
}

function fields(sizes: readonly number[], values: readonly number[]): Buffer {
  return Buffer.concat(
    sizes.map((size, place) => {
      const field = Buffer.alloc(size);
      field.writeUIntLE(values[place] ?? 0, 0, size);
      return field;
    }),
  );
}
