import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import SMTPPool, { type SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';
import { connectionsOf } from './find-connection.ts';
import { keepInStep } from './keep-in-step.ts';

/** Creates a pool of connections to one relay that detect unsolicited replies. */
export function openPool(options: SMTPPoolOptions): SMTPPool {
  const pool = new SMTPPool(options);
  const watched = new WeakSet<object>();
  // Called before each connection is created. When the callback returns, the connection exists and nothing was read yet.
  pool.getSocket = (_options, callback) => {
    setImmediate(() => {
      callback(null, false);
      for (const { connection } of connectionsOf(pool) as readonly { readonly connection?: SMTPConnection }[]) {
        if (connection === undefined || watched.has(connection)) continue;
        watched.add(connection);
        keepInStep(connection);
      }
    });
  };
  return pool;
}
