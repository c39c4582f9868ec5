/** A transport that keeps each message as an `.eml` file: what a second transport needs beside its line in the table. */
import { randomUUID } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConfigureTransport, Transport } from '../src/transports/transport.ts';

/** Reads a `folder:///path` URL. */
export const configureFolder: ConfigureTransport = (url, { maxConnections }) => {
  const folder = fileURLToPath(url.replace(/^folder:/, 'file:'));
  return (): Transport => ({
    name: url,
    capacity: maxConnections,
    rate: null,
    send: async ({ envelope, raw }) => {
      const relay = { relay: url, remoteAddress: null, tlsVersion: null, skippedRelays: [] };
      const id = randomUUID();
      try {
        await writeFile(path.join(folder, `${id}.eml`), raw);
      } catch (error) {
        return {
          kind: 'relay_error',
          ...{ ...relay, phase: 'connect', providerMessageId: null, recipients: [] },
          ...{ reason: 'unreachable', reply: null, message: String(error) },
        };
      }
      const recipients = envelope.to.map((address) => ({ address, verdict: 'sent', reason: 'accepted', reply: null }) as const);
      return { kind: 'answered', ...relay, phase: 'final_reply', providerMessageId: id, recipients };
    },
    verify: () =>
      access(folder).then(
        () => ({ relay: url, ok: true }) as const,
        (error: unknown) => ({ relay: url, ok: false, reason: 'unreachable', problem: String(error) }) as const,
      ),
    close: () => undefined,
  });
};
