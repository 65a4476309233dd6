export const checklistsEn = {
  title: 'Assessments',
  progress: '{done} of {all} assessed',
  notYet: 'Not assessed yet',
  assess: 'Assess',
  change: 'Change',
  earlier: 'Earlier findings',
  found: 'What did you find?',
  why: 'Justification',
  whyNeeded: 'Say why, in words that can stand in a decision.',
  save: 'Save the finding',
  discard: 'Discard',
  saved: 'Saved: {what}',
};
