/** Elements whose cost grows with each one inside another: each indents every line once more, or looks at every word. */
import type { FormatCallback } from 'html-to-text';
import { builtIn, type TextBuilder } from './built-in.ts';

/** What counts together, with how many inside one another are formatted, and what the deeper ones are instead. */
const KINDS = {
  indents: { most: 10, deeper: 'block' },
  // HTML allows no link in a link.
  links: { most: 1, deeper: 'inline' },
} as const;
type Kind = keyof typeof KINDS;

const depths = new WeakMap<TextBuilder, Map<Kind, number>>();

/** A format of the library's, or another one, up to so many inside one another. */
export const limitNesting =
  (name: 'anchor' | 'blockquote' | 'orderedList' | 'unorderedList', kind: Kind, format?: FormatCallback): FormatCallback =>
  (elem, walk, builder, options) => {
    const counts = depths.get(builder) ?? new Map<Kind, number>();
    depths.set(builder, counts);
    const depth = counts.get(kind) ?? 0;
    const { most, deeper } = KINDS[kind];
    counts.set(kind, depth + 1);
    const chosen = depth < most ? (format ?? builtIn(builder, name)) : builtIn(builder, deeper);
    chosen(elem, walk, builder, options);
    counts.set(kind, depth);
  };
