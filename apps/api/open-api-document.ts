import { Module } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { CasesModule, caseConfiguration } from '@ledtid/cases';
import { PlatformModule } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { ApiModule } from './api.module';
import { createApi } from './create-api';
import { describeApi } from './open-api';

/** A place that no connection is ever made to: the description needs the routes, not their data. */
const NO_DATABASE = 'postgres://nobody@invalid.invalid:1/none';

@Module({})
class DescribedProcess {}

/** The same document as `/api/openapi.json`, without a database or a listening server. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const root = {
    module: DescribedProcess,
    imports: [
      PlatformModule.forRoot({ databaseUrl: NO_DATABASE }),
      CasesModule.forRoot({ configuration: caseConfiguration(loadWorkflows()) }),
      ApiModule.forRoot({ issuers: [] }),
    ],
  };
  const app = await createApi(root, { logger: false });
  try {
    return describeApi(app);
  } finally {
    await app.close();
  }
}
