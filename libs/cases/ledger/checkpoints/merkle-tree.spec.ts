import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleTree } from './merkle-tree';

const sha256 = (...parts: (string | Buffer)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((sum, part) => sum.update(part), createHash('sha256')).digest();

/** RFC 6962, section 2.1, word for word. */
function asWritten(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.from([1]), asWritten(leaves.slice(0, split)), asWritten(leaves.slice(split)));
}

function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

describe('the Merkle tree', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ])(
    'of %i leaves, the one leaf empty, has the root that certificate transparency publishes',
    (size, root) => {
      expect(rootOf(Array.from({ length: size }, () => ''))).toBe(root);
    },
  );

  it('is that of RFC 6962 for any leaves, and counts them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) => {
        expect(rootOf(leaves)).toBe(asWritten(leaves).toString('hex'));
      }),
    );
  });

  it('may be asked on the way, and goes on as if it had not been', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (leaves) => {
        const tree = new MerkleTree();
        const roots = leaves.map((leaf) => {
          tree.add(leaf);
          return tree.root();
        });
        expect(roots).toEqual(leaves.map((_leaf, index) => rootOf(leaves.slice(0, index + 1))));
        expect(tree.size).toBe(leaves.length);
      }),
    );
  });

  it('has another root when any leaf is changed, left out, put in or moved', () => {
    const lists = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lists, fc.nat(), fc.string(), (leaves, chosen, other) => {
        const at = chosen % leaves.length;
        const [here, there] = [leaves[at]!, leaves[(at + 1) % leaves.length]!];
        const changed = [
          leaves.with(at, `${here}${other}!`),
          leaves.toSpliced(at, 1),
          leaves.toSpliced(at, 0, other),
          leaves.with(at, there).with((at + 1) % leaves.length, here),
        ];
        expect(changed.map(rootOf)).not.toContain(rootOf(leaves));
      }),
    );
  });

  it('does not take a node for a leaf', () => {
    const pair = Buffer.concat(['a', 'b'].map((leaf) => sha256(Buffer.from([0]), leaf)));
    expect(rootOf([pair.toString('latin1')])).not.toBe(rootOf(['a', 'b']));
  });
});
