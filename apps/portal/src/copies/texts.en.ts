export const copiesEn = {
  print: 'Print view',
  printNow: 'Print',
  json: 'Save as JSON',
  copy: 'Copy to a new application',
};
