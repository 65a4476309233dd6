declare module 'class-transformer/cjs/storage' {
  import type { IOptions } from 'class-validator-jsonschema/build/options';

  /** What class-transformer knows of nested types; the package exports it without a declaration. */
  export const defaultMetadataStorage: NonNullable<IOptions['classTransformerMetadataStorage']>;
}
