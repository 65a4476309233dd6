import { relative } from 'node:path';

/**
 * What the pure rooms may import besides each other. A list of what is allowed, not of what is forbidden: a new
 * package with I/O inside cannot slip in. `node:crypto` is there for digests; making ids of it is forbidden apart.
 */
const ALLOWED = {
  'libs/time': ['uuid', 'temporal-polyfill', 'date-holidays', 'date-holidays-parser'],
  'libs/workflow': [
    '@ledtid/time',
    'ajv',
    'ajv-formats',
    'canonicalize',
    'class-transformer',
    'class-validator',
    'class-validator-jsonschema',
    'node:crypto',
    'reflect-metadata',
    'xstate',
    'xstate/graph',
  ],
};

/** Holds libs/time and libs/workflow free of frameworks, databases, files, network and environment. */
export const purity = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      forbidden:
        "{{room}} is pure and does not import '{{specifier}}': take the value as a parameter, or do this in a room that may " +
        '(the list is in scripts/lint-rules/purity.mjs).',
    },
  },
  create(context) {
    const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
    const room = Object.keys(ALLOWED).find((name) => path.startsWith(`${name}/`));
    if (room === undefined) return {};
    const check = (source) => {
      const specifier = source?.value;
      if (typeof specifier !== 'string' || specifier.startsWith('.')) return;
      if (ALLOWED[room].includes(specifier)) return;
      context.report({ node: source, messageId: 'forbidden', data: { room, specifier } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};
