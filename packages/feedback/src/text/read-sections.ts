/** Which words of a report are about which recipient. */
import { addressesIn } from '../read-address.ts';
import { beforeOriginal } from './before-original.ts';

/** The words of a report. */
export interface Sections {
  /** What it says of the recipient with these addresses; null when it says nothing of it. */
  readonly about: (addresses: readonly string[]) => string | null;
}

/** Lines after the one that names a recipient that may still be about it. */
const LONGEST_SECTION = 40;

/** Divides the words of a report among the recipients it names: from where each is named first to where another is. */
export function readSections(text: string, recipients: readonly string[]): Sections {
  const lines = beforeOriginal(text).split(/\r\n|\n|\r/);
  const known = new Set(recipients);
  const named = lines.map((line) => (line.includes('@') ? addressesIn(line).filter((address) => known.has(address)) : []));
  return {
    about: (addresses) => {
      const begins = named.findIndex((some) => some.some((address) => addresses.includes(address)));
      if (begins === -1) return known.size <= addresses.length ? nonEmpty(lines.join('\n')) : null;
      const rest = named.slice(begins + 1, begins + 1 + LONGEST_SECTION);
      const length = rest.findIndex((some) => some.some((address) => !addresses.includes(address)));
      const ends = begins + 1 + (length === -1 ? rest.length : length);
      return nonEmpty(lines.slice(begins, ends).join('\n'));
    },
  };
}

const nonEmpty = (text: string): string | null => (text.trim() === '' ? null : text);
