/** What a thread of `openTextMaker` runs. */
import { textFromHtml } from './text-from-html.ts';

/** What a thread is given. */
export interface TextOrder {
  readonly html: string;
  /** Of the text in UTF-8. */
  readonly maxBytes: number;
  /** Where the thread writes the time at which it begins, in milliseconds since 1970: it may have had to start first. */
  readonly begunAt: Float64Array<SharedArrayBuffer>;
}

/** Called by tinypool. */
export default function makeText({ html, maxBytes, begunAt }: TextOrder): string {
  begunAt[0] = Date.now();
  return textFromHtml(html, maxBytes);
}
