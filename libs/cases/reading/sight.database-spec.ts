import { CountedIds } from '@ledtid/time';
import { ROLES, type Role } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';
import fc from 'fast-check';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { Actor } from '../decision/command';
import { newborn } from '../facts/newborn';
import type { InstanceRow } from '../rows';
import { toColumns } from '../storage/columns';
import { Values, seenBy } from './conditions';
import { CaseSight, actorFor } from './sight';

const SUBJECTS = ['alva', 'bo', 'cecilia'];
const HOLDERS = ['region-norr', 'registry-hjarta'];
const sight = new CaseSight(configurationOf(loadWorkflows()).registry);

function actor(subject: string, roles: readonly Role[], organisations: readonly string[] = []): Actor {
  return { subject, roles, organisations, system: false };
}

/** Families of every owner and co-applicant, with children of every workflow and holder. */
function everyFamily(): { instance: InstanceRow; root: InstanceRow }[] {
  const ids = new CountedIds();
  const row = (
    workflow: string,
    parent: InstanceRow | null,
    holder: string | null,
    owner: string,
  ): InstanceRow => {
    const id = ids.next();
    const kinship = { parentId: parent?.id ?? null, rootId: parent?.id ?? id };
    const rest = {
      part: null,
      occasion: null,
      track: null,
      dependsOn: [],
      ownerOrganisation: null,
      input: {},
    };
    return {
      ...newborn(id, { workflow, holder, owner, ...kinship, ...rest }, 1, START),
      value: 'any',
      context: {},
    };
  };
  return SUBJECTS.flatMap((owner) =>
    [...SUBJECTS, null].flatMap((other) => {
      const context = other === null ? {} : { coApplicants: [other] };
      const root = { ...row('access-application', null, null, owner), context };
      const children = ['feasibility-inquiry', 'release', 'permit'].flatMap((workflow) =>
        [...HOLDERS, null].map((holder) => row(workflow, root, holder, owner)),
      );
      return [root, ...children].map((instance) => ({ instance, root }));
    }),
  );
}

describe('a list', () => {
  const families = everyFamily();
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(
      'INSERT INTO instance SELECT * FROM jsonb_populate_recordset(NULL::instance, $1)',
      [JSON.stringify(families.map(({ instance }) => toColumns(instance)))],
    );
  });
  afterAll(() => database.drop());

  it('shows anybody just what reading one by one would', async () => {
    const anyActor = fc
      .record({
        subject: fc.constantFrom(...SUBJECTS),
        roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 4 }),
        organisations: fc.subarray(HOLDERS),
      })
      .map(({ subject, roles, organisations }) => actor(subject, roles, organisations));
    await fc.assert(
      fc.asyncProperty(anyActor, async (reader) => {
        const values = new Values();
        const condition = seenBy(sight.grounds(reader), sight, values);
        const text = `SELECT i.id FROM instance i WHERE ${condition} ORDER BY i.id`;
        const { rows } = await database.pool.query<{ id: string }>({ text, values: values.list });
        const readable = families.filter(({ instance, root }) => sight.of(reader, instance, root) !== null);
        expect(rows.map(({ id }) => id)).toEqual(readable.map(({ instance }) => instance.id).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('an actor', () => {
  const [first] = everyFamily();
  if (!first) throw new Error('There are families.');
  const { root } = first;
  const child = { ...root, id: 'child', parentId: root.id, holder: 'region-norr', context: {} };
  const rolesIn = (who: Actor, instance: InstanceRow) => actorFor(who, instance, root).roles;

  it('is an applicant in own cases only, and in those that name it as co-applicant', () => {
    const both: Role[] = ['applicant', 'case_officer'];
    expect(rolesIn(actor('alva', both), root)).toEqual(both);
    expect(rolesIn(actor('alva', both), child)).toEqual(both);
    expect(rolesIn(actor('cecilia', both), root)).toEqual(['case_officer']);
    const named = { ...root, context: { coApplicants: ['cecilia'] } };
    expect(actorFor(actor('cecilia', both), child, named).roles).toEqual(both);
  });

  it('is a data holder in what concerns its organisation only', () => {
    const both: Role[] = ['data_holder', 'case_officer'];
    expect(rolesIn(actor('ines', both, ['region-norr']), child)).toEqual(both);
    expect(rolesIn(actor('johan', both, ['registry-hjarta']), child)).toEqual(['case_officer']);
    expect(rolesIn(actor('ines', both, ['region-norr']), root)).toEqual(['case_officer']);
  });

  it('keeps every role where it is the system', () => {
    const system = { ...actor('system:extraction', []), system: true };
    expect(actorFor(system, root, root)).toBe(system);
    expect(sight.of(system, root, root)).toEqual({ form: true, ledger: true });
  });
});
