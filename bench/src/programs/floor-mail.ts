/** A program that sends emails with nodemailer's own pool and does nothing else. */
import { createTransport } from 'nodemailer';
import { smallEmail } from '../emails/small-email.ts';
import { programOptions, serveCommands } from '../processes/serve-commands.ts';

export interface MailFloorOptions {
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  readonly concurrency: number;
}

const { host, port, connections, concurrency } = programOptions() as MailFloorOptions;
const pool = createTransport({ pool: true, host, port, maxConnections: connections, maxMessages: Infinity });

serveCommands({
  /** Sends emails number 0 to `count` - 1. */
  send: async ({ count }: { count: number }) => {
    let next = 0;
    const keepSending = async (): Promise<void> => {
      while (next < count) {
        const email = smallEmail(next);
        next += 1;
        await pool.sendMail({ ...email, to: [...email.to] });
      }
    };
    await Promise.all(Array.from({ length: concurrency }, keepSending));
  },
});
