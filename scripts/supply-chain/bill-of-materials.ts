/** The parts of CycloneDX 1.5 that are read here. */
export interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly object[];
  readonly hashes?: readonly object[];
}

/** The part of `package-lock.json` that is read here: packages by the folder in which they lie. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/**
 * The bill of what is delivered, by the lock file. `npm sbom --omit dev` leaves out whatever development needs as well
 * (with npm 11 more than thirty packages, rxjs and ajv among them), and its mark for development is set on a package of
 * which another copy is delivered; so the whole bill is made, and what the lock file does not deliver taken out.
 */
export function ofProduction(whole: Bill, lock: Lock): Bill {
  const wanted = delivered(lock);
  const components = whole.components.filter((one) => wanted.has(nameOf(one)));
  const root = whole.metadata.component['bom-ref'];
  const kept = new Set([root, ...components.map((one) => one['bom-ref'])]);
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) }));
  return { ...whole, components, dependencies };
}

/** What is wrong with a bill, a sentence each: packages of the lock that it lacks, components without a licence. */
export function faultsOfBill({ components }: Bill, lock: Lock): string[] {
  const listed = new Set(components.map(nameOf));
  const missing = [...delivered(lock)].filter((one) => !listed.has(one));
  const bare = components.filter(({ licenses = [] }) => licenses.length === 0);
  return [
    ...missing.map((one) => `${one} is in package-lock.json and not in the bill.`),
    ...bare.map((one) => `${nameOf(one)} has no licence.`),
  ];
}

/** Those of which the lock file has no checksum: packages for other platforms than the one it was made on. */
export function withoutChecksum({ components }: Bill): string[] {
  return components.filter(({ hashes = [] }) => hashes.length === 0).map(nameOf);
}

function nameOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`;
}

/** `name@version` of every package that is not for development alone. */
function delivered({ packages }: Lock): ReadonlySet<string> {
  return new Set(
    Object.entries(packages)
      .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
      .map(([folder, { version }]) => `${folder.replace(/^.*node_modules\//, '')}@${version}`),
  );
}
