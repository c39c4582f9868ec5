/**
 * Runs in a thread: what postal-mime reads of a message, within limits. The pool in src/parsing ends a thread that takes too
 * long or too much memory; these limits are to make that rare.
 */
import '@sendoff/runtime/low-priority-thread';
import PostalMime from 'postal-mime';
import { kTransferable, kValue, Tinypool } from 'tinypool';

/** Lines of a message; one of 40 MB in base64 has 550,000. Each line costs, however short it is. */
const MAX_LINES = 600_000;
/** Parts of a message, those within parts included. */
const MAX_PARTS = 1000;
/** Parts within parts, messages within messages, and bytes of the headers of all parts. */
const LIMITS = { maxNestingDepth: 50, maxRfc822NestingDepth: 3, maxHeadersSize: 1024 * 1024 };

const LF = 0x0a;

/**
 * @param {{ message: Uint8Array, maxText: number, maxAttachments: number }} task the message, the characters that are kept of
 *   all texts, and how many attachments are.
 * @returns the parts, or why there are none. The bytes of attachments are handed over without being copied.
 */
export default async function parseMime({ message, maxText, maxAttachments }) {
  try {
    if (countLines(message) > MAX_LINES) return { problem: `It has more than ${MAX_LINES} lines.` };
    const email = await new CountingParser(LIMITS).parse(message);
    const html = bodyOf(email.html, maxText);
    const text = bodyOf(email.text, maxText - (html?.length ?? 0));
    const attachments = email.attachments.slice(0, maxAttachments).map(({ filename, mimeType, contentId, content }) => ({
      ...{ filename, mimeType, contentId: contentId ?? null },
      content: new Uint8Array(content),
    }));
    const buffers = [...new Set(attachments.map(({ content }) => content.buffer))];
    return Tinypool.move({ [kTransferable]: buffers, [kValue]: { html, text, attachments } });
  } catch (error) {
    return { problem: String(error) };
  }
}

function countLines(message) {
  let count = 0;
  for (const byte of message) if (byte === LF) count += 1;
  return count;
}

/** PostgreSQL keeps no NUL, and JSON no half of a surrogate pair. */
const bodyOf = (text, most) =>
  text === undefined || text === '' || most <= 0 ? null : text.slice(0, most).toWellFormed().replaceAll('\0', '\uFFFD');

/** Parts take a thousand times the memory of the line that begins one. */
class CountingParser extends PostalMime {
  #last = this.currentNode;
  #parts = 0;

  async processLine(line, isFinal) {
    await super.processLine(line, isFinal);
    if (this.currentNode === this.#last) return;
    this.#last = this.currentNode;
    this.#parts += 1;
    if (this.#parts > MAX_PARTS) throw new Error(`It has more than ${MAX_PARTS} parts.`);
  }
}

/**
 * Lines that are not encoded are gathered in one block. postal-mime keeps each of them by itself, and makes a Blob of them at
 * the end: Node.js takes ten minutes for a million lines that way.
 */
class GatheringDecoder {
  #block = new Uint8Array(4096);
  #used = 0;

  update(line) {
    const needed = this.#used + line.length + 1;
    if (needed > this.#block.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#block.length));
      larger.set(this.#block.subarray(0, this.#used));
      this.#block = larger;
    }
    this.#block.set(line, this.#used);
    this.#used = needed;
    this.#block[needed - 1] = LF;
  }

  finalize() {
    return Promise.resolve(this.#block.slice(0, this.#used).buffer);
  }
}

/** Only of this thread. The class is internal to postal-mime; a version without it fails the tests of this file. */
const MimeNode = new PostalMime().root.constructor;
const { setupContentDecoder } = MimeNode.prototype;
MimeNode.prototype.setupContentDecoder = function (encoding) {
  setupContentDecoder.call(this, encoding);
  if (this.contentDecoder.constructor.name === 'PassThroughDecoder') this.contentDecoder = new GatheringDecoder();
};
