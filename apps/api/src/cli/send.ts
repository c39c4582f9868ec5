/** `sendoff send` */
import { Command } from 'commander';
import type { SendOptions } from './send-email.ts';

/** The `send` command. */
export function sendCommand(): Command {
  return new Command('send')
    .description('send an email')
    .requiredOption('--to <address...>', 'recipients, up to 50')
    .option('--from <address>', 'sender (default: MAIL_DEFAULT_FROM)')
    .option('--subject <text>', 'subject', 'A message from Sendoff')
    .option('--text <text>', 'plain text body')
    .option('--html <html>', 'HTML body')
    .option('--at <time>', 'when to send it, up to 30 days ahead: ISO 8601, or English such as "in 1 hour"')
    .option('--wait', 'wait up to a minute for the outcome; exits with 1 unless the email was sent')
    .action(async (options: SendOptions) => (await import('./send-email.ts')).sendEmail(options));
}
