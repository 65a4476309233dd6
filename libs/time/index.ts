export * from './activity';
export * from './clock-cycle';
export * from './id-generator';
export * from './instant';
export * from './span';
export * from './time-source';
