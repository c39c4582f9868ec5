import type { FormatCallback } from 'html-to-text';

/** What a format writes to. */
export type TextBuilder = Parameters<FormatCallback>[2];

/** A format of the library's by its name. They are there for other formats, though not in the types. */
export function builtIn(builder: TextBuilder, name: string): FormatCallback {
  const { formatters } = (builder as unknown as { readonly options: { readonly formatters: Record<string, FormatCallback> } })
    .options;
  const format = formatters[name];
  if (format === undefined) throw new RangeError(`There is no format ${name}`);
  return format;
}
