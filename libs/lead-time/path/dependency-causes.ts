/**
 * Causes that say a release stands still until another one has come far enough: codes of the dated cause list
 * (`cohort file`, `other holder`). They tell this wait from a deferral or a clarification, which are the
 * release's own time.
 */
export const DEPENDENCY_CAUSES: ReadonlySet<string> = new Set(['cohort-file', 'other-holder']);
