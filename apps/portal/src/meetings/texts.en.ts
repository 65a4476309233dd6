export const meetingsEn = {
  title: 'Council meetings',
  intro: 'Cases come up at a meeting, and get their outcome of it, on their own pages.',
  coming: 'Coming meetings',
  past: 'Earlier meetings',
  noneComing: 'No case is on the agenda of a coming meeting. Open a case to place it on one.',
  nonePast: 'No meeting in the last six months.',
  when: '{date}: {days}',
  case: 'Case',
  kind: 'Kind',
  result: 'Outcome',
  noResult: 'No outcome yet',
  note: 'Note',
};
