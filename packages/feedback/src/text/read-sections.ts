/** Assigns the text of a report to its recipients. */
import { addressesIn } from '../read-address.ts';
import { enhancedCodeIn, replyCodeIn } from '../status-code.ts';
import { beforeOriginal } from './before-original.ts';

/** The text of a report by recipient. */
export interface Sections {
  /** The text about the recipient with these addresses; null if there is none. */
  readonly about: (addresses: readonly string[]) => string | null;
}

/** Lines after the name of a recipient that may still be about it. */
const MAX_SECTION_LENGTH = 40;
/** Sections that are read per recipient, to bound the time for a text that repeats it. */
const MAX_SECTIONS = 5;

/**
 * Divides the text of a report among its recipients: from where one is named to where another is. Exchange lists all recipients
 * first and quotes their replies later, so a section without a code is joined with the next section of the same recipient that
 * has one.
 */
export function readSections(text: string, recipients: readonly string[]): Sections {
  const lines = beforeOriginal(text).split(/\r\n|\n|\r/);
  const known = new Set(recipients);
  const named = lines.map((line) => (line.includes('@') ? addressesIn(line).filter((address) => known.has(address)) : []));
  return {
    about: (addresses) => {
      const begins = named.flatMap((some, n) => (some.some((address) => addresses.includes(address)) ? [n] : []));
      if (begins.length === 0) return known.size <= addresses.length ? nonEmpty(lines.join('\n')) : null;
      const [first = '', ...others] = begins.slice(0, MAX_SECTIONS).map((begin) => {
        const rest = named.slice(begin + 1, begin + 1 + MAX_SECTION_LENGTH);
        const length = rest.findIndex((some) => some.some((address) => !addresses.includes(address)));
        return lines.slice(begin, begin + 1 + (length === -1 ? rest.length : length)).join('\n');
      });
      const quoting = hasCode(first) ? undefined : others.find(hasCode);
      return nonEmpty(quoting === undefined ? first : `${first}\n${quoting}`);
    },
  };
}

const hasCode = (text: string): boolean => replyCodeIn(text) !== null || enhancedCodeIn(text) !== null;
const nonEmpty = (text: string): string | null => (text.trim() === '' ? null : text);
