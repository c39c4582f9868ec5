/** `sendoff send` */
import { Command } from 'commander';
import type { SendOptions } from './send-email.ts';

/** Describes the command. */
export function sendCommand(): Command {
  return new Command('send')
    .description('send an email')
    .requiredOption('--to <address...>', 'recipients, up to 50')
    .option('--from <address>', 'sender; MAIL_DEFAULT_FROM when left out')
    .option('--subject <text>', 'subject', 'A message from Sendoff')
    .option('--text <text>', 'plain text body')
    .option('--html <html>', 'HTML body')
    .option('--at <time>', 'when to send it: ISO 8601, or English such as "in 1 hour"; up to 30 days ahead')
    .option('--wait', 'wait up to a minute for the outcome; exits 1 unless it was sent')
    .action(async (options: SendOptions) => (await import('./send-email.ts')).sendEmail(options));
}
