import openapiTypescript, { astToString } from 'openapi-typescript';

/** The types of the client by which the portal talks to the API: all that it knows of the rest of the product. */
export async function portalClient(openApi: string): Promise<string> {
  return `// Made from docs/openapi.json by npm run derive.\n${astToString(await openapiTypescript(openApi))}`;
}
