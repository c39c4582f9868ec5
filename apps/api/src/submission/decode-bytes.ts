import type { AttachmentContent } from './email-body.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * The bytes of a file, from base64 (RFC 4648 section 4, strict: another decoder must not read
 * something else), an array of integers (clients in Go and Rust), or what `JSON.stringify` makes of
 * a Node.js Buffer.
 *
 * @returns the bytes, or what is wrong as the end of a sentence.
 */
export function decodeBytes(content: AttachmentContent): Uint8Array<ArrayBuffer> | string {
  if (typeof content === 'string') return decodeBase64(content);
  if (content instanceof Uint8Array) return content;
  if (isArray(content)) return decodeIntegers(content);
  if (content.type === 'Buffer' && content.data instanceof Uint8Array) return content.data as Uint8Array<ArrayBuffer>;
  if (content.type === 'Buffer' && isArray(content.data)) return decodeIntegers(content.data);
  return 'must be base64, an array of bytes, or an object with `type` "Buffer" and `data`';
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | string {
  if (text.length % 4 !== 0 || !BASE64.test(text)) {
    return 'must be base64 with padding, without line breaks and without a `data:` prefix';
  }
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function decodeIntegers(items: readonly unknown[]): Uint8Array<ArrayBuffer> | string {
  const bytes = new Uint8Array(items.length);
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (typeof item !== 'number' || !Number.isInteger(item) || item < 0 || item > 255) {
      return `must be an array of integers from 0 to 255, and item ${String(index + 1)} is not one`;
    }
    bytes[index] = item;
  }
  return bytes;
}

/** `Array.isArray` does not narrow read-only arrays. */
const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);
