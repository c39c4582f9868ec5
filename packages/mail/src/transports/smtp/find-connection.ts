import type { Socket } from 'node:net';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type PoolResource from 'nodemailer/lib/smtp-pool/pool-resource';
import type { RelayOffers } from './wire-form.ts';

/** A connection of a pool, while it carries a message and until it may carry the next one. */
export interface Connection {
  readonly socket: Socket | null;
  readonly offers: RelayOffers;
  /** Whether nothing keeps it, or a new one in its place, from carrying the next message. */
  readonly isFree: () => boolean;
  /** Calls `listener` once, when that is so. */
  readonly onceFree: (listener: () => void) => void;
}

/**
 * The connection over which `pool` is sending `message`, or null.
 *
 * nodemailer offers no way to ask which connection carries a message, so this looks into the
 * pool's list of connections, which its types leave out. Should a later version keep that list
 * elsewhere, the remote address and TLS version of an attempt become unknown, a message may wait in
 * the pool after one that was refused, and nothing else changes; tests notice.
 */
export function findConnection(pool: SMTPPool, message: object): Connection | null {
  const carrier = connectionsOf(pool).find(({ queueEntry }) => sends(queueEntry, message));
  if (carrier === undefined) return null;
  const { _socket: socket } = carrier.connection;
  return {
    socket: socket === false ? null : socket,
    offers: offersOf(carrier.connection),
    // One that has ended is no longer in the list.
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

/** What its EHLO was answered with, which nodemailer keeps to itself too. */
function offersOf(connection: PoolResource['connection']): RelayOffers {
  const { _supportedExtensions: names = [] } = connection as unknown as { readonly _supportedExtensions?: readonly string[] };
  return { smtpUtf8: names.includes('SMTPUTF8'), eightBitMime: names.includes('8BITMIME') };
}

/** The connections of a pool, those that are being opened included. */
export const connectionsOf = (pool: SMTPPool): readonly PoolResource[] =>
  (pool as unknown as { readonly _connections?: readonly PoolResource[] })._connections ?? [];

function sends(entry: PoolResource['queueEntry'], message: object): boolean {
  return entry !== undefined && entry !== false && Object.is(entry.mail.message, message);
}
