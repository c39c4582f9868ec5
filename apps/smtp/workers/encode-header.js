/** Runs in a thread: a header section in ASCII, as far as that is possible. */
import { Buffer } from 'node:buffer';
import '@sendoff/runtime/low-priority-thread';
import { encodeHeader } from '@sendoff/mail/seven-bit';

/** @param {{ header: Uint8Array }} task */
export default ({ header }) => encodeHeader(Buffer.from(header), { hideAddresses: false }).header;
