/**
 * The data plane of a release: one holder's part of a permit, from the holder's source to the secure
 * processing environment.
 *
 * ```
 * holder's source ──extract──► received/ ──checkReception──► accepted, or back to the holder
 *   opt-out lists ──┘   │                                        │
 *                       └─► populations/ (encrypted)             ▼
 *                             for the releases            pseudonymise ──► prepared/ + findings
 *                             that depend on it                            │ released by a person
 *                                                                          ▼
 *                                    receipt ◄── environment ◄── sealed ── deliver ── working folders wiped
 * ```
 *
 * Each step takes plain inputs (`ReleaseJob` and what it needs besides) and returns a plain result, so that a
 * queue can run it and report the result as a command. A step that ended answers a repetition with its first
 * result; a step that was killed begins anew. What cannot be done is returned as refusals (`Outcome`); what may
 * work later is thrown as a `ReleaseFault`. Neither ever carries a value read from a source, only codes,
 * names of datasets and variables, and counts.
 *
 * Holders never exchange identifiers: a part whose population is defined at another holder is extracted with
 * the population that the body kept from that holder's extraction (`populationsNeeded`).
 */
export * from './connectors/source';
export * from './delivery/delivery';
export * from './delivery/open-package';
export * from './delivery/receipt';
export { digestOf } from './digest';
export type { EngineSettings } from './engine/engine';
export * from './extraction/extraction';
export type { ExtractionInput } from './extraction/extraction-input';
export { FolderKeyStore } from './keys/key-store';
export { PermitKeys } from './keys/permit-keys';
export type { OptOutList } from './opt-outs';
export type { Outcome, Refusal } from './outcome';
export * from './pseudonymisation/pseudonymisation';
export * from './reception/reception';
export { ReleaseArea } from './release-area';
export { ReleaseFault } from './release-fault';
export * from './release-job';
export { populationsNeeded } from './selection/compile-selection';
export * from './selection/dataset-description';
export * from './selection/selection';
export { demonstrationOptOuts } from './demonstration/demonstration-opt-outs';
export { DEMONSTRATION_DESCRIPTIONS, demonstrationSelection } from './demonstration/demonstration-permit';
export { demonstrationRows } from './demonstration/demonstration-rows';
export { syntheticPersonnummer } from './demonstration/synthetic-personnummer';
export { loadHolderTables, writeHolderFolder, writeOptOuts } from './demonstration/write-demonstration';
