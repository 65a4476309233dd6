export const commonEn = {
  close: 'Close',
  send: 'Send',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  more: 'Show more',
};
