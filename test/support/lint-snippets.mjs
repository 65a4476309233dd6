// Lints [{path, code, typed}] from standard input as if each code lay at its path; prints [[{rule, message, severity}]].
// `typed` asks for the rules that need types as well; its path must exist.
// A process of its own: ESLint loads its configuration by import(), which Jest cannot do on Node 20.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const snippets = JSON.parse(await text(process.stdin));
const withTypes = new ESLint();
const withoutTypes = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const answers = [];
for (const { path, code, typed } of snippets) {
  const [result] = await (typed ? withTypes : withoutTypes).lintText(code, { filePath: path });
  answers.push(result.messages.map(({ ruleId, message, severity }) => ({ rule: ruleId, message, severity })));
}
process.stdout.write(JSON.stringify(answers));
