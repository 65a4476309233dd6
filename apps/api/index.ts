export { ApiModule, type ApiModuleOptions } from './api.module';
export { type CreateApiOptions, createApi } from './create-api';
export { nestLogger } from './nest-logger';
export { openApiDocument } from './open-api-document';
