import { copyable } from './copyable';

it('takes everything along but what has to be confirmed anew, and what the form has no longer', () => {
  const schema = { properties: { aim: {}, sure: { 'x-copied': false } } };
  expect(copyable({ aim: 'To know', sure: true, gone: 1 }, schema)).toEqual({ aim: 'To know' });
});
