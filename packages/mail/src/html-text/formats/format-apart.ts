/** What is set beside other text, and is no word with it: cells, buttons, inline blocks. */
import type { FormatCallback } from 'html-to-text';
import { builtIn } from './built-in.ts';

const apart =
  (format: string): FormatCallback =>
  (elem, walk, builder, options) => {
    builder.addInline(' ');
    builtIn(builder, format)(elem, walk, builder, options);
    builder.addInline(' ');
  };

/** An element with space around it. */
export const formatApart = apart('inline');
/** A link with space around it. */
export const formatAnchorApart = apart('anchor');
