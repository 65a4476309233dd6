import { causesOn, clockKeys, defaultClockConfiguration } from '@ledtid/time';
import { WorkflowRegistry } from '@ledtid/workflow';
import { loadWorkflows } from './index';

describe('the installed workflows', () => {
  const clocks = new Set(clockKeys(defaultClockConfiguration));
  const causes = new Set(causesOn('2026-11-22').map(({ code }) => code));

  it('boot together with the installed clocks and causes: every clock, cause, role and text is there', () => {
    const registry = new WorkflowRegistry(loadWorkflows(), { clocks, causes });
    expect(registry.all().map(({ key }) => key)).toEqual([
      'access-application',
      'feasibility-inquiry',
      'permit',
      'release',
    ]);
    expect(registry.stages()).toEqual([
      ...['acceptance', 'access', 'completion', 'decision', 'delivery', 'extraction', 'feasibility-inquiry'],
      ...['legal-review', 'prequalification', 'pseudonymisation', 'reception', 'secrecy-review'],
      'technical-feasibility',
    ]);
  });
});
