/** Runs in a thread: what a message that came back means. */
import '@sendoff/runtime/low-priority-thread';
import { parseFeedback } from '@sendoff/feedback';

/** @param {{ raw: Uint8Array, sender: string }} task */
export default ({ raw, sender }) => parseFeedback(raw, sender);
