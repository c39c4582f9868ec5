import type { Socket } from 'node:net';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type PoolResource from 'nodemailer/lib/smtp-pool/pool-resource';
import type { RelayOffers } from './wire-form.ts';

/** A connection of a pool, from carrying a message until it can carry the next one. */
export interface Connection {
  readonly socket: Socket | null;
  readonly offers: RelayOffers;
  /** Whether it, or a new connection in its place, can carry the next message. */
  readonly isFree: () => boolean;
  /** Calls `listener` once when it becomes free. */
  readonly onceFree: (listener: () => void) => void;
}

/**
 * The connection over which `pool` is sending `message`, or null.
 *
 * nodemailer has no API for this, so it reads the pool's list of connections, which the types omit. If a later version moves
 * that list, the remote address and TLS version of an attempt become unknown, and a message may wait in the pool after a
 * rejected one; nothing else changes, and tests detect it.
 */
export function findConnection(pool: SMTPPool, message: object): Connection | null {
  const carrier = connectionsOf(pool).find(({ queueEntry }) => sends(queueEntry, message));
  if (carrier === undefined) return null;
  const { _socket: socket } = carrier.connection;
  return {
    socket: socket === false ? null : socket,
    offers: offersOf(carrier.connection),
    // A connection that has ended is no longer in the list.
    isFree: () => carrier.available || !connectionsOf(pool).includes(carrier),
    onceFree: (listener) => {
      const events = ['available', 'close', 'error'];
      const once = (): void => {
        for (const event of events) carrier.off(event, once);
        listener();
      };
      for (const event of events) carrier.on(event, once);
    },
  };
}

/** The extensions in the reply to EHLO, which are private in nodemailer too. */
function offersOf(connection: PoolResource['connection']): RelayOffers {
  const { _supportedExtensions: names = [] } = connection as unknown as { readonly _supportedExtensions?: readonly string[] };
  return { smtpUtf8: names.includes('SMTPUTF8'), eightBitMime: names.includes('8BITMIME') };
}

/** The connections of a pool, including those being opened. */
export const connectionsOf = (pool: SMTPPool): readonly PoolResource[] =>
  (pool as unknown as { readonly _connections?: readonly PoolResource[] })._connections ?? [];

function sends(entry: PoolResource['queueEntry'], message: object): boolean {
  return entry !== undefined && entry !== false && Object.is(entry.mail.message, message);
}
