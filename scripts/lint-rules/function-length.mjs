const LIMIT = 60;

/** `describe(…)`, `describe.each(…)(…)`: a list of tests, not a function that somebody has to hold in mind. */
function isDescribe(node) {
  if (node.parent?.type !== 'CallExpression') return false;
  let callee = node.parent.callee;
  while (callee && callee.type !== 'Identifier') callee = callee.object ?? callee.callee ?? callee.tag;
  return callee?.name === 'describe';
}

/** At most 60 lines a function, blank lines and comments counted; the callback of `describe` is exempt. */
export const functionLength = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      long: 'This function has {{lines}} lines, the limit is {{limit}}: split it into functions that each do one thing.',
    },
  },
  create(context) {
    const check = (node) => {
      const lines = node.loc.end.line - node.loc.start.line + 1;
      if (lines <= LIMIT || isDescribe(node)) return;
      context.report({ loc: node.loc.start, messageId: 'long', data: { lines, limit: LIMIT } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};
