export { ApiModule } from './api.module';
export { createApi } from './create-api';
export { nestLogger } from './nest-logger';
export type { RequestLimitsParts } from './entry/request-limits';
export * from './entry/route-table';
export { openApiDocument } from './open-api-document';
export { mountBoard } from './queues/mount-board';
export { type SignInOptions } from './sign-in/sign-in-providers';
export { signInSettings } from './sign-in/sign-in-settings';
