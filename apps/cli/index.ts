/** What tests and benchmarks of the whole product use of the command line. */
export { type DemoDocument, runDemo } from './demo/run-demo';
export { embeddedCheckpoints } from './ledger/embedded-checkpoints';
export { main } from './main';
export { writeDemonstration } from './demonstration';
export { demonstrationReleases } from './start/demonstration-releases';
export { embeddedApp } from './start/embedded-app';
