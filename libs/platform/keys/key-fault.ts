import { PlatformError } from '../platform-error';

/** A key that cannot be used. Made to be read: it names key-encryption keys by their ids, and holds no value. */
export class KeyFault extends PlatformError {}
