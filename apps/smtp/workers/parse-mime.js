/**
 * A thread that parses messages: large ones would hold up every other connection for as long as it takes.
 *
 * Gets the octets of a message, answers with what postal-mime makes of it.
 */
import { parentPort } from 'node:worker_threads';
import PostalMime from 'postal-mime';

parentPort?.on('message', (message) => {
  PostalMime.parse(message).then(
    (email) => parentPort?.postMessage({ email }, [...new Set(email.attachments.map(({ content }) => content))].filter(isWhole)),
    (error) => parentPort?.postMessage({ problem: String(error) }),
  );
});

/** Whether it can be handed over without being copied. */
const isWhole = (content) => content instanceof ArrayBuffer;
