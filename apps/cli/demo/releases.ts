import { DEMO_HOLDERS } from '@ledtid/access';
import type { Instant } from '@ledtid/time';
import { CommandError } from '../problem';
import type { NamedCase } from './demo-step';
import { haveBeen } from './have-been';
import type { Person } from './people';
import type { Story } from './story';

const DEVIATING = 'reception.deviating';
const FINDINGS = 'pseudonymisation.findings';
const DELIVERED = 'access.delivered';

/** The releases of both holders: the second waits for the first one's population, and is returned once. */
export async function releases(story: Story): Promise<NamedCase[]> {
  const { run, application } = story;
  const one = await run.child('ines', application, 'release', DEMO_HOLDERS.one);
  const two = await run.child('johan', application, 'release', DEMO_HOLDERS.two);
  await secrecyReviewed(story, two);
  const deliveredAt = await firstDelivered(story, one);
  await returnedOnce(story, two);
  await registeredLate(story, one, deliveredAt);
  await opened(story, one);
  await secondDelivered(story, two);
  await run.does({ who: 'karin', to: two, command: 'CONFIRM_RECEIPT', what: 'confirms the receipt' });
  await opened(story, two);
  return [one, two];
}

async function secrecyReviewed({ run }: Story, to: NamedCase): Promise<void> {
  await run.does({
    ...{ who: 'johan', to, command: 'CLAIM', payload: { stage: 'secrecy-review' } },
    what: 'claims the review of secrecy, as its track demands',
  });
  await run.does({
    ...{ who: 'johan', to, command: 'RELEASE_DECIDED', payload: { outcome: 'with-reservation' } },
    what: 'decides to release, with a reservation; the other holder’s persons are awaited',
  });
}

/** Gives the moment at which the environment had the package. */
async function firstDelivered(story: Story, release: NamedCase): Promise<Instant> {
  await extracted(story, 'ines', release);
  await toEnvironment(story, release);
  return story.time.now();
}

async function returnedOnce(story: Story, to: NamedCase): Promise<void> {
  const { run, watch } = story;
  await extracted(story, 'johan', to);
  const leaves = [DEVIATING, FINDINGS, DELIVERED];
  const reached = await watch.until(
    'lars',
    to,
    leaves,
    'extracts, and finds at reception that the package is not what was sent',
  );
  if (reached !== DEVIATING) throw notBroken(to);
  await run.does({
    ...{ who: 'lars', to, command: 'CLAIM', payload: { stage: 'reception' } },
    what: 'claims the package to judge it',
  });
  await run.does({
    ...{ who: 'lars', to, command: 'RETURN_TO_HOLDER' },
    what: 'returns it to the holder: it is not intact',
    payload: {
      code: 'not-intact',
      reason: 'A file is not the one that was sent. Please send the package again.',
    },
  });
}

async function registeredLate({ run, time }: Story, to: NamedCase, occurredAt: Instant): Promise<void> {
  await haveBeen(time, occurredAt);
  await run.does({
    ...{ who: 'karin', to, command: 'CONFIRM_RECEIPT', late: { occurredAt, basis: 'phone' } },
    what: 'registers the receipt, confirmed on the phone before',
  });
}

async function secondDelivered(story: Story, release: NamedCase): Promise<void> {
  await extracted(story, 'johan', release);
  await toEnvironment(story, release);
}

async function extracted({ run }: Story, who: Person, to: NamedCase): Promise<void> {
  const again = run.steps.some(({ command, case: { id } }) => command === 'EXTRACT' && id === to.id);
  const more = again ? ' and sent again' : '';
  await run.does({
    ...{ who, to, command: 'CLAIM', payload: { stage: 'extraction' } },
    what: `claims the extraction${again ? ' again' : ''}`,
  });
  await run.does({ who, to, command: 'EXTRACT', what: `lets the data be extracted${more}` });
}

/** Through reception, pseudonymisation and delivery; what the disclosure check finds, the engineer releases. */
async function toEnvironment({ run, watch }: Story, to: NamedCase): Promise<void> {
  const checked = 'extracts, checks the reception and replaces identifiers by pseudonyms';
  const reached = await watch.until('lars', to, [FINDINGS, DELIVERED], checked);
  if (reached === DELIVERED) return;
  await run.does({
    ...{ who: 'lars', to, command: 'RELEASE_FINDINGS' },
    what: 'looks at the disclosure check and releases its findings',
    payload: {
      reason: 'Few persons share these ages and municipalities; the environment lets none of it out.',
    },
  });
  await watch.until('lars', to, [DELIVERED], 'seals the package and hands it to the environment');
}

async function opened({ run }: Story, to: NamedCase): Promise<void> {
  await run.does({
    ...{ who: 'karin', to, command: 'CLAIM', payload: { stage: 'access' } },
    what: 'claims the opening of access',
  });
  await run.does({
    ...{ who: 'karin', to, command: 'OPEN_ACCESS' },
    what: 'opens access: the first person can open the data',
  });
}

function notBroken({ name }: NamedCase): CommandError {
  return new CommandError(
    'demo-not-returned',
    `The first package of the ${name} was intact, and should have been damaged on its way.`,
    'Start the server with its own demonstration: `npm start`.',
  );
}
