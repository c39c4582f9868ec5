import type { FormatCallback } from 'html-to-text';
import { builtIn } from './built-in.ts';

/** Numbers that have a form in letters and in Roman digits; the library fails on others. */
const LARGEST_START = 3000;

/** A numbered list. Html from outside begins it anywhere, and a long number before each item makes long lines of short ones. */
export const formatOrderedList: FormatCallback = (elem, walk, builder, options) => {
  const { start, type } = (elem.attribs ?? {}) as Record<string, string | undefined>;
  const first = Number(start ?? 1);
  const isUsual = Number.isInteger(first) && first >= 1 && first <= LARGEST_START;
  const hasLetters = isUsual && first + elem.children.length <= LARGEST_START;
  const attribs = { ...(isUsual && { start: String(first) }), ...(hasLetters && type !== undefined && { type }) };
  builtIn(builder, 'orderedList')({ ...elem, attribs }, walk, builder, options);
};
