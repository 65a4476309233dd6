import { relative } from 'node:path';
import { complaintAbout } from './rooms.mjs';

/** Holds the floors and the borders of the rooms, for every way of importing (also types, exports, require). */
export const floors = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{complaint}}' } },
  create(context) {
    const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const complaint = complaintAbout(source.value, path);
      if (complaint) context.report({ node: source, messageId: 'forbidden', data: { complaint } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
      'CallExpression[callee.object.name="jest"]': (node) => check(node.arguments[0]),
    };
  },
};
