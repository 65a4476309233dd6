import type { DocumentRules } from './queries';

/** Why a file would be refused, as far as that can be seen before it is sent. */
export type FileFault = 'type' | 'empty' | 'tooLarge' | 'nameTooLong';

/** Null: nothing is seen. The server looks at the content too, and has the last word. */
export function fileFault(
  { name, size }: Pick<File, 'name' | 'size'>,
  rules: DocumentRules,
): FileFault | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!rules.extensions.includes(extension)) return 'type';
  if (size === 0) return 'empty';
  if (size > rules.bytesPerDocument) return 'tooLarge';
  return name.length > rules.nameLength ? 'nameTooLong' : null;
}
