#!/usr/bin/env node
/** The entry of the admin CLI: `node apps/api/dist/cli.js`. Exits 0 when done, 1 when not, 2 when called wrongly. */
import { Command, CommanderError } from 'commander';
import { createKeyCommand } from './cli/create-key.ts';
import { doctorCommand } from './cli/doctor.ts';
import { listKeysCommand } from './cli/list-keys.ts';
import { revokeKeyCommand } from './cli/revoke-key.ts';
import { sendCommand } from './cli/send.ts';
import { exportSuppressionsCommand, importSuppressionsCommand } from './cli/suppressions.ts';
import { VERSION } from './version.ts';

const program = new Command('sendoff')
  .description('Looks after a Sendoff deployment. Reads the same environment as the API: DATABASE_URL, REDIS_URL, MAIL_URL.')
  .version(VERSION)
  .exitOverride();

const keys = program.command('keys').description('API keys').copyInheritedSettings(program);
for (const command of [createKeyCommand(), listKeysCommand(), revokeKeyCommand()]) {
  keys.addCommand(command.copyInheritedSettings(program));
}
const suppressions = program
  .command('suppressions')
  .description('the addresses that no email is sent to')
  .copyInheritedSettings(program);
for (const command of [importSuppressionsCommand(), exportSuppressionsCommand()]) {
  suppressions.addCommand(command.copyInheritedSettings(program));
}
for (const command of [sendCommand(), doctorCommand()]) program.addCommand(command.copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong; help and version come here as well, with exit code 0.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
