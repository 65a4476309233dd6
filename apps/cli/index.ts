/** What tests of the whole product use of the command line. */
export { type DemoDocument, type DemoOptions, runDemo } from './demo/run-demo';
export { demonstrationReleases } from './start/demonstration-releases';
export { type EmbeddedAppParts, embeddedApp } from './start/embedded-app';
