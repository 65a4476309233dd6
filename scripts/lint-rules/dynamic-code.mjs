const BY_LIST =
  'Start a process by `execFile` or `spawn`: a program and a list of arguments, which no shell reads.';

/** No text becomes a program, in JavaScript or in a shell (OWASP ASVS 5.0, V1.2.5 and V1.3.2). */
export const DYNAMIC_CODE = { 'no-eval': 'error', 'no-new-func': 'error' };

/** For `no-restricted-syntax`. */
export const SHELLS = [
  { selector: 'Property[key.name="shell"]:not([value.value=false])', message: `No shell. ${BY_LIST}` },
];

/** For the paths of `no-restricted-imports`. */
export const SHELL_IMPORTS = ['node:child_process', 'child_process'].map((name) => ({
  name,
  importNames: ['exec', 'execSync'],
  message: BY_LIST,
}));
