/** Quotations and lists, whose lines grow with each one inside another. */
import type { FormatCallback } from 'html-to-text';
import { builtIn, type TextBuilder } from './built-in.ts';

/** Those inside one another that are indented; deeper ones are paragraphs. */
const DEEPEST_INDENT = 10;

const depths = new WeakMap<TextBuilder, number>();

/** A format of the library's, up to so many inside one another. */
export const limitNesting =
  (format: 'blockquote' | 'orderedList' | 'unorderedList'): FormatCallback =>
  (elem, walk, builder, options) => {
    const depth = depths.get(builder) ?? 0;
    depths.set(builder, depth + 1);
    builtIn(builder, depth < DEEPEST_INDENT ? format : 'block')(elem, walk, builder, options);
    depths.set(builder, depth);
  };
