/** Control, format (among them bidirectional), surrogate, private and unassigned characters; line ends. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
/** What leads to another folder, or what some file system cannot hold. */
const PATHS = /[\\/:*?"<>|]/;
/** Names that Windows keeps for devices, whatever stands after the first full stop. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name as it is kept and given out again: composed (NFC), without what could deceive whoever reads or saves it.
 * Null where it is not fit. It is never a path here: documents lie under their ids.
 */
export function documentName(text: string, length: number): string | null {
  const name = text.normalize('NFC').trim();
  const unfit = UNSEEN.test(name) || PATHS.test(name) || DEVICES.test(name) || /^\.|\.$/.test(name);
  return unfit || name === '' || [...name].length > length ? null : name;
}
