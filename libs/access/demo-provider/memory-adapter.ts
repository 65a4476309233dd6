import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Entries of one kind that are kept; those longest unwritten go first. */
const CAPACITY = 1000;

/** Where a provider of the demonstration and of tests keeps sessions, codes and grants: in memory, of one kind each. */
export class MemoryAdapter implements Adapter {
  private readonly entries = new Map<string, AdapterPayload>();

  constructor(readonly name: string) {}

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.entries.delete(id);
    this.entries.set(id, { ...payload });
    const oldest = this.entries.keys().next();
    if (this.entries.size > CAPACITY && !oldest.done) this.entries.delete(oldest.value);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.entries.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.entries.values()].find((entry) => entry.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return [...this.entries.values()].find((entry) => entry.userCode === userCode);
  }

  /** A code that was used once: who uses it again is refused by the provider. */
  async consume(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry !== undefined) entry.consumed = true;
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, entry] of this.entries) if (entry.grantId === grantId) this.entries.delete(id);
  }
}
