import { definitionWith } from '../../test/support/clock-arbitraries';
import { startClock } from './clock-arithmetic';
import {
  clockDefinition,
  clockKeys,
  defaultClockConfiguration,
  definitionOf,
  hasClock,
  loadClockConfiguration,
} from './clock-configuration';
import { ConfigurationError } from './configuration-error';

describe('the default configuration', () => {
  it('has every clock of the law, of D6.3 and of Swedish procedure', () => {
    expect(clockKeys(defaultClockConfiguration)).toEqual([
      'publish-application',
      'pre-screening',
      'completion',
      'completion-during-assessment',
      'permit-decision',
      'accelerated-decision',
      'feasibility-answer',
      'fee-estimate-answer',
      'decision-answer',
      'fee-agreement',
      'request-data',
      'holder-delivery',
      'make-available',
      'data-request-assessment',
      'data-request-answer',
      'trusted-holder-assessment',
      'trusted-holder-decision',
      'publish-decision',
      'permit-end',
      'permit-renewal-request',
      'delete-data',
      'publish-results',
      'non-compliance-answer',
      'dataset-description-check',
      'activity-report',
      'delay-notice',
      'request-decision',
      'secrecy-review',
    ]);
  });

  it.each([
    ['permit-decision', { months: 3 }, { months: 3 }, 'pause'],
    ['accelerated-decision', { months: 2 }, { months: 1 }, 'pause'],
    ['completion', { weeks: 4 }, null, 'none'],
    ['decision-answer', { days: 28 }, null, 'none'],
    ['holder-delivery', { months: 3 }, { months: 3 }, 'none'],
    ['make-available', { months: 2 }, { set: { atMostDays: null } }, 'none'],
    ['data-request-assessment', { months: 3 }, null, 'pause'],
    ['publish-decision', { workingDays: 30 }, null, 'none'],
    ['delete-data', { months: 6 }, null, 'none'],
    ['publish-results', { months: 18 }, { set: { atMostDays: null } }, 'none'],
    ['request-decision', { weeks: 4 }, null, 'none'],
  ])('gives %s the length %p, the extension %p and the policy %s', (key, length, extension, onPause) => {
    expect(clockDefinition(defaultClockConfiguration, key, '2026-11-22')).toMatchObject({
      length,
      extension,
      onPause,
    });
  });

  it('can start every clock', () => {
    for (const key of clockKeys(defaultClockConfiguration)) {
      const definition = clockDefinition(defaultClockConfiguration, key, '2026-11-22');
      const cycle = startClock({ definition, started: 1, stage: 'none', at: '2026-11-22T09:00:00.000Z' });
      expect(cycle.due === null).toBe(definition.length === null);
    }
  });
});

describe('a dated clock', () => {
  const configuration = loadClockConfiguration([
    definitionWith({ validFrom: '2029-03-26', length: { months: 3 } }),
    definitionWith({ validFrom: '2026-01-01', validTo: '2029-03-26', length: { weeks: 8 } }),
  ]);

  it('is the version in force on the day it starts, and stays that', () => {
    expect(clockDefinition(configuration, 'tried', '2029-03-25').length).toEqual({ weeks: 8 });
    expect(clockDefinition(configuration, 'tried', '2029-03-26').length).toEqual({ months: 3 });
    // 23:30 UTC on the 25th is the 26th in Stockholm.
    expect(
      definitionOf(configuration, { key: 'tried', startedAt: '2029-03-25T23:30:00.000Z' }).length,
    ).toEqual({
      months: 3,
    });
  });

  it('is refused before its first version, and where it has none, with what to do', () => {
    expect(() => clockDefinition(configuration, 'tried', '2025-12-31')).toThrow(
      /clock-not-in-force.*validFrom/,
    );
    expect(() => clockDefinition(configuration, 'trued', '2026-12-31')).toThrow(/clock-unknown.*tried/);
    expect([hasClock(configuration, 'tried'), hasClock(configuration, 'trued')]).toEqual([true, false]);
  });
});

describe('a configuration that cannot be used', () => {
  const good = definitionWith({});

  it.each<[string, unknown, RegExp]>([
    ['is no array', { clocks: [] }, /clocks: the document is not an array\. Write an array/],
    ['holds no object', [7], /entry 1: it is not an object\. Write an object with key, validFrom/],
    ['lacks a key', [{ ...good, key: undefined }], /entry 1: key is missing/],
    [
      'has a key of another spelling',
      [{ ...good, key: 'permitDecision' }],
      /lower-case words joined by hyphens/,
    ],
    [
      'has a date that is none',
      [{ ...good, validFrom: '2026-02-30' }],
      /tried: validFrom is "2026-02-30"\. Write a date/,
    ],
    ['lacks a text', [{ ...good, name: { sv: 'Namn' } }], /tried: name is .*Write \{"sv": "\.\.\.", "en"/],
    [
      'names no party',
      [{ ...good, party: 'court' }],
      /tried: party is "court"\. Write one of hdab, applicant/,
    ],
    [
      'has two units',
      [{ ...good, length: { months: 1, days: 1 } }],
      /tried: length is .*Write one of \{"months": n\}/,
    ],
    ['has a length of zero', [{ ...good, length: { days: 0 } }], /tried: length/],
    ['is set without a default', [{ ...good, length: { set: {} } }], /tried: length/],
    [
      'is set with something unknown',
      [{ ...good, length: { set: { defaultDays: 3, days: 1 } } }],
      /tried: length/,
    ],
    ['extends in weeks', [{ ...good, extension: { weeks: 2 } }], /tried: extension .*\{"months": n\}/],
    [
      'has an unknown policy',
      [{ ...good, onPause: 'stop' }],
      /tried: onPause is "stop"\. Write one of pause, restart, none/,
    ],
    ['has an unknown direction', [{ ...good, direction: 'up' }], /Write one of forward, backward/],
    ['has an unknown holiday list', [{ ...good, holidays: 'dk' }], /Write one of eu, se/],
    ['reminds in days', [{ ...good, reminder: { days: 2 } }], /tried: reminder .*\{"workingDays": n\}/],
    ['misspells a property', [{ ...good, lenght: { days: 2 } }], /tried: lenght is not known\. Remove it/],
    ['lacks a source', [{ ...good, source: ' ' }], /tried: source .*"own target"/],
    ['ends before it begins', [{ ...good, validTo: '2018-07-01' }], /tried: validTo is not after validFrom/],
    [
      'extends what has no length',
      [{ ...good, length: null, extension: { months: 1 } }],
      /nothing to extend/,
    ],
    [
      'extends weeks by months',
      [{ ...good, length: { weeks: 4 }, extension: { months: 1 } }],
      /Write both in months/,
    ],
    ['pauses what counts back', [{ ...good, direction: 'backward' }], /neither set, extended nor paused/],
    [
      'has two versions at once',
      [good, { ...good, validFrom: '2020-01-01' }],
      /write 2020-01-01 as its validTo/,
    ],
  ])('%s', (_what, document, message) => {
    expect(() => loadClockConfiguration(document)).toThrow(message);
  });

  it('is told everything at once', () => {
    try {
      loadClockConfiguration([
        { ...good, party: 'court', onPause: 'stop' },
        { ...good, key: 'other', source: '' },
      ]);
      throw new Error('it was loaded');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigurationError);
      const { code, problems } = error as ConfigurationError;
      expect(code).toBe('clock-configuration-invalid');
      expect(problems.map(({ key }) => key)).toEqual(['tried', 'tried', 'other']);
    }
  });
});
