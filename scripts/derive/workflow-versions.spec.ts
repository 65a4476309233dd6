import { loadWorkflows } from '@ledtid/workflows';
import { structureHash, versionFault } from './workflow-versions';

describe('the version of a machine', () => {
  const [workflow] = loadWorkflows();
  if (!workflow) throw new Error('No workflow is installed.');

  it('stands while the machine is what it was', () => {
    expect(versionFault(workflow, { '1': structureHash(workflow) })).toBeNull();
  });

  it('is new for a machine that nobody has recorded', () => {
    expect(versionFault(workflow, {})).toBeNull();
    expect(versionFault({ ...workflow, version: 2 }, { '1': 'an older hash' })).toBeNull();
  });

  it('is refused when the machine changed and the number did not, saying what to do', () => {
    expect(versionFault(workflow, { '1': 'another hash' })).toMatch(/Raise it in machine\.ts/);
  });

  it('is refused when it skips a number', () => {
    expect(versionFault({ ...workflow, version: 3 }, { '1': 'an older hash' })).toMatch(/does not follow 1/);
  });
});
