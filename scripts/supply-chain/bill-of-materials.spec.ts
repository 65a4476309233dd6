import { execFileSync } from 'node:child_process';
import { type Bill, type Lock, faultsOfBill, ofProduction, withoutChecksum } from './bill-of-materials';

const component = (name: string, more = {}) => ({
  ...{ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0' },
  ...{ licenses: [{}], hashes: [{}], ...more },
});
const whole: Bill = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'own@1.0.0' } },
  components: [component('served'), component('tested')],
  dependencies: [
    { ref: 'own@1.0.0', dependsOn: ['served@1.0.0', 'tested@1.0.0'] },
    { ref: 'tested@1.0.0', dependsOn: ['served@1.0.0'] },
  ],
};
const lock: Lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/served': { version: '1.0.0' },
    'node_modules/tested': { version: '1.0.0', dev: true },
  },
};

describe('the bill of materials', () => {
  it('has what is delivered and not what only development needs', () => {
    const bill = ofProduction(whole, lock);
    expect(bill.components.map(({ name }) => name)).toEqual(['served']);
    expect(bill.dependencies).toEqual([{ ref: 'own@1.0.0', dependsOn: ['served@1.0.0'] }]);
    expect(faultsOfBill(bill, lock)).toEqual([]);
  });

  it('is faulted for a delivered package that it lacks, in that version', () => {
    const packages = { ...lock.packages, 'node_modules/served/node_modules/served': { version: '2.0.0' } };
    expect(faultsOfBill(ofProduction(whole, lock), { packages })).toEqual([
      'served@2.0.0 is in package-lock.json and not in the bill.',
    ]);
  });

  it('keeps a package of which one copy is for development and another is delivered', () => {
    const packages = { ...lock.packages, 'node_modules/served/node_modules/tested': { version: '1.0.0' } };
    expect(ofProduction(whole, { packages }).components).toHaveLength(2);
  });

  it('is faulted for a component without a licence, and tells of those without a checksum', () => {
    const bill = { ...whole, components: [component('served', { licenses: [], hashes: [] })] };
    expect(faultsOfBill(bill, lock)).toEqual(['served@1.0.0 has no licence.']);
    expect(withoutChecksum(bill)).toEqual(['served@1.0.0']);
  });

  it('of this product is CycloneDX and lacks nothing of the lock file', () => {
    const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const bill = JSON.parse(printed) as Bill;
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['fastify', 'rxjs', 'ajv', 'pg']));
    expect(names).not.toContain('jest');
  });
});
