import type { Delegation } from '@ledtid/access';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { type LendableRole, ROLES, type Role } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';
import fc from 'fast-check';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { Actor } from '../decision/command';
import { newborn } from '../facts/newborn';
import type { InstanceRow } from '../rows';
import { toColumns } from '../storage/columns';
import { Values, seenBy } from './conditions';
import { CaseSight } from './sight';

const SUBJECTS = ['alva', 'bo', 'cecilia'];
const HOLDERS = ['region-norr', 'registry-hjarta'];
const time = new TurnedTime(START);
const sight = new CaseSight(configurationOf(loadWorkflows()).registry, time);
const ISSUER = 'https://issuer.example';
const HOUR_LATER = new Date(Date.parse(START) + 3_600_000).toISOString();

function actor(subject: string, roles: readonly Role[], organisations: readonly string[] = []): Actor {
  return { subject, roles, organisations, system: false, issuer: ISSUER };
}

let given = 0;

function lent(
  grantor: string,
  role: LendableRole,
  subject: string,
  more: Partial<Delegation> = {},
): Delegation {
  const how = { right: 'act', issuer: ISSUER, until: HOUR_LATER, number: (given += 1) } as const;
  return { ...how, grantor, role, subject, ...more };
}

/** What the owner of a case and the people of the body may have lent somebody in it, and what holds no more or for another. */
function lentInCase(owner: string, other: string): Delegation[][] {
  return [
    [lent(owner, 'applicant', other)],
    [lent('olle', 'case_officer', other, { right: 'read' })],
    [lent(owner, 'applicant', other, { until: START }), lent('lisa', 'legal_reviewer', 'nobody')],
    [lent('olle', 'case_officer', other, { issuer: 'https://another.example' })],
  ];
}

/** Families of every owner, with children of every workflow and holder, and what may have been lent in them. */
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
    [[], ...SUBJECTS.flatMap((other) => lentInCase(owner, other))].flatMap((delegations) => {
      const root = { ...row('access-application', null, null, owner), delegations };
      const children = ['feasibility-inquiry', 'release', 'permit'].flatMap((workflow) =>
        [...HOLDERS, null].map((holder) => row(workflow, root, holder, owner)),
      );
      const borrowed = SUBJECTS.map((other, place) => ({
        ...row('release', root, HOLDERS[place % 2] ?? null, owner),
        delegations: [lent('ines', 'data_holder', other)],
      }));
      return [root, ...children, ...borrowed].map((instance) => ({ instance, root }));
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

describe('a list of somebody to whom nothing is lent', () => {
  const conditionOf = (roles: Role[]) => {
    const values = new Values();
    return seenBy(sight.grounds(actor('alva', roles)), sight, values);
  };

  it('costs whoever sees all cases nothing, and asks nothing at all for whoever sees none', () => {
    expect(conditionOf(['case_officer'])).toMatch(/^\(TRUE OR /);
    expect([conditionOf(['manager']), conditionOf(['administrator'])]).toEqual(['FALSE', 'FALSE']);
    expect(conditionOf(['auditor'])).toBe('(TRUE)');
  });

  it('asks an applicant’s questions of indexes alone, once each', async () => {
    const database = await createTestDatabase();
    const values = new Values();
    const condition = seenBy(sight.grounds(actor('alva', ['applicant'])), sight, values);
    const client = await database.pool.connect();
    // Few rows are read faster without an index: what is asked here is whether the condition can use them.
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({
      text: `EXPLAIN SELECT i.id FROM instance i WHERE ${condition}`,
      values: values.list,
    });
    client.release(true);
    await database.drop();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toContain('Seq Scan');
    for (const index of ['instance_by_owner', 'instance_by_delegation', 'instance_by_root', 'instance_pkey'])
      expect(plan).toContain(index);
  });
});

describe('an actor', () => {
  const [first] = everyFamily();
  if (!first) throw new Error('There are families.');
  const { root } = first;
  const child = { ...root, id: 'child', parentId: root.id, holder: 'region-norr', context: {} };
  const rolesIn = (who: Actor, instance: InstanceRow) => sight.actorFor(who, instance, root).roles;

  it('is an applicant in own cases only', () => {
    const both: Role[] = ['applicant', 'case_officer'];
    expect(rolesIn(actor('alva', both), root)).toEqual(both);
    expect(rolesIn(actor('alva', both), child)).toEqual(both);
    expect(rolesIn(actor('cecilia', both), root)).toEqual(['case_officer']);
  });

  it('has the roles that were lent to it to act by, here and below, for as long as they are lent', () => {
    const bo = actor('bo', ['applicant']);
    const delegations = [lent('alva', 'applicant', 'bo')];
    const named = { ...root, delegations };
    expect(sight.actorFor(bo, named, named)).toEqual({ ...bo, lent: delegations });
    expect(sight.actorFor(bo, child, named)).toEqual({ ...bo, lent: delegations });
    const toRead = { ...root, delegations: [lent('alva', 'applicant', 'bo', { right: 'read' })] };
    expect(sight.actorFor(bo, toRead, toRead).roles).toEqual([]);
    const over = { ...root, delegations: [lent('alva', 'applicant', 'bo', { until: START })] };
    expect(sight.actorFor(bo, over, over).roles).toEqual([]);
  });

  it('is a data holder in what concerns its organisation only', () => {
    const both: Role[] = ['data_holder', 'case_officer'];
    expect(rolesIn(actor('ines', both, ['region-norr']), child)).toEqual(both);
    expect(rolesIn(actor('johan', both, ['registry-hjarta']), child)).toEqual(['case_officer']);
    expect(rolesIn(actor('ines', both, ['region-norr']), root)).toEqual(['case_officer']);
  });

  it('keeps every role where it is the system', () => {
    const system = { ...actor('system:extraction', []), system: true };
    expect(sight.actorFor(system, root, root)).toBe(system);
    expect(sight.of(system, root, root)).toEqual({ form: true, ledger: true });
  });
});
