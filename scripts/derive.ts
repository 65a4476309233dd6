import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWorkflows } from '@ledtid/workflows';
import { FIGURE_DEFINITIONS } from '@ledtid/lead-time';
import { configurationDocument } from '@ledtid/platform';
import { format, resolveConfig } from 'prettier';
import { openApiDocument, routeTable } from '../apps/api';
import type { Artefact } from './derive/artefact';
import { figuresDocument } from './derive/figures-document';
import { portalClient } from './derive/portal-client';
import { routesDocument } from './derive/routes-document';
import { workflowReadme } from './derive/workflow-readme';
import { type Versions, structureHash, versionFault } from './derive/workflow-versions';

const ROOT = join(__dirname, '..');

/**
 * Makes every committed file that is derived from the code. `--check` writes nothing, and fails on a difference.
 * `--same-version` lets a changed machine keep its number, as long as no case runs on it anywhere.
 */
async function derive(options: ReadonlySet<string>): Promise<number> {
  const workflows = loadWorkflows();
  const faults = options.has('--same-version')
    ? []
    : workflows.flatMap((workflow) => versionFault(workflow, recorded(workflow.key)) ?? []);
  const ofWorkflows: Artefact[] = workflows.flatMap((workflow) => [
    { path: `workflows/${workflow.key}/README.md`, content: workflowReadme(workflow) },
    {
      path: `workflows/${workflow.key}/versions.json`,
      content: json({ ...recorded(workflow.key), [workflow.version]: structureHash(workflow) }),
    },
  ]);
  const described = await openApiDocument();
  const openApi = { path: 'docs/openapi.json', content: json(described) };
  const pages = [
    { path: 'docs/configuration.md', content: await page(configurationDocument()) },
    { path: 'docs/figures.md', content: await page(figuresDocument()) },
    { path: 'docs/routes.md', content: await page(routesDocument(routeTable(described, workflows))) },
  ];
  const client = {
    path: 'apps/portal/src/api/schema.generated.ts',
    content: await portalClient(openApi.content),
  };
  // The portal prints a figure's definition beside it.
  const figures = {
    path: 'apps/portal/src/reports/figure-definitions.generated.json',
    content: json(FIGURE_DEFINITIONS),
  };
  const artefacts = [...ofWorkflows, openApi, client, figures, ...pages];
  const changed = artefacts.filter(({ path, content }) => read(path) !== content);
  if (options.has('--check'))
    faults.push(...changed.map(({ path }) => `${path} is not what the code makes: run npm run derive.`));
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    return 1;
  }
  for (const { path, content } of changed) writeFileSync(join(ROOT, path), content);
  process.stdout.write(`${artefacts.length} derived files, ${changed.length} changed.\n`);
  return 0;
}

function recorded(key: string): Versions {
  return JSON.parse(read(`workflows/${key}/versions.json`) ?? '{}') as Versions;
}

function read(path: string): string | null {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** As the format check wants it. */
async function page(markdown: string): Promise<string> {
  return format(markdown, { ...(await resolveConfig(ROOT)), parser: 'markdown' });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

void derive(new Set(process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});
