export { Intake, type IncomingDocument } from './intake';
export { type DocumentRefusal, type DocumentRefusalKind, isDocumentRefusal } from './refusals';
export { type DocumentRules, defaultDocumentRules, loadDocumentRules } from './rules/document-rules';
export { Clamav, clamavSettings } from './scan/clamav';
export type { Scanner } from './scan/scanner';
export { checkedStream } from './vault/checked';
export { DocumentVault, type VaultSettings, contextOf } from './vault/document-vault';
export { sweepVault } from './vault/sweep';
