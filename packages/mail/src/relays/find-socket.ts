import { type Socket } from 'node:net';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type PoolResource from 'nodemailer/lib/smtp-pool/pool-resource';

/**
 * The socket over which `pool` is sending `message`, or null.
 *
 * nodemailer offers no way to ask which connection carries a message, so this looks into the
 * pool's list of connections, which its types leave out. Should a later version keep that list
 * elsewhere, the remote address and TLS version of an attempt become unknown and nothing else
 * changes; a test notices.
 */
export function findSocket(pool: SMTPPool, message: object): Socket | null {
  const { _connections: connections } = pool as unknown as { readonly _connections?: readonly PoolResource[] };
  const carrier = connections?.find(({ queueEntry }) => sends(queueEntry, message));
  const socket = carrier?.connection._socket;
  return socket === undefined || socket === false ? null : socket;
}

function sends(entry: PoolResource['queueEntry'], message: object): boolean {
  return entry !== undefined && entry !== false && Object.is(entry.mail.message, message);
}
