import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bill,
  type Lock,
  faultsOfBill,
  ofProduction,
  withoutChecksum,
} from './supply-chain/bill-of-materials';

const ROOT = join(__dirname, '..');

/**
 * Prints the bill of materials (CycloneDX, JSON) of what is delivered, made from package-lock.json alone, without the
 * network. `--check` prints how many components it has. Both fail on a package that
 * is missing or has no licence.
 */
function sbom(check: boolean): number {
  const made = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const bill = ofProduction(JSON.parse(made) as Bill, lock);
  const faults = faultsOfBill(bill, lock);
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(''));
  const bare = withoutChecksum(bill).length;
  const summary = `${bill.components.length} components, ${bare} of them without a checksum in package-lock.json`;
  process.stdout.write(`${check ? summary : JSON.stringify(bill, null, 2)}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = sbom(process.argv.includes('--check'));
