export const formEn = {
  choose: 'Choose …',
  source: 'Asked for by: {source}',
  onePerLine: 'One a line',
  before: 'Chosen in your earlier applications',
  put: 'Put it in',
  add: 'Add: {what}',
  addKnown: 'One for each that the case names: {what} ({n})',
  remove: 'Remove: {what}',
  faults: {
    missing: 'Has to be filled in',
    pattern: 'Does not have the right form',
    tooLong: 'Too long',
    tooLow: 'Too low',
    tooHigh: 'Too high',
  },
};
