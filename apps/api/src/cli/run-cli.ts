/** The commands of the admin CLI. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { createKeyCommand } from './create-key.ts';
import { doctorCommand } from './doctor.ts';
import { listKeysCommand } from './list-keys.ts';
import { returnPathKeyCommand } from './return-path-key.ts';
import { revokeKeyCommand } from './revoke-key.ts';
import { sendCommand } from './send.ts';
import { exportSuppressionsCommand, importSuppressionsCommand } from './suppressions.ts';
import { updateKeyCommand } from './update-key.ts';

/**
 * Runs the command of `process.argv` and sets the exit code of the process.
 *
 * Commands load their own dependencies when they run: loading the queue client takes longer than most commands.
 */
export async function runCli(): Promise<void> {
  const program = new Command('sendoff')
    .description('Administers a Sendoff deployment. Reads the same environment as the API: DATABASE_URL, REDIS_URL, MAIL_URL.')
    .version(VERSION)
    .exitOverride();

  const keys = program.command('keys').description('manage API keys').copyInheritedSettings(program);
  for (const command of [createKeyCommand(), listKeysCommand(), updateKeyCommand(), revokeKeyCommand()]) {
    keys.addCommand(command.copyInheritedSettings(program));
  }
  const suppressions = program
    .command('suppressions')
    .description('manage the suppression list: the addresses that get no email')
    .copyInheritedSettings(program);
  for (const command of [importSuppressionsCommand(), exportSuppressionsCommand()]) {
    suppressions.addCommand(command.copyInheritedSettings(program));
  }
  for (const command of [sendCommand(), doctorCommand(), returnPathKeyCommand()])
    program.addCommand(command.copyInheritedSettings(program));

  try {
    await program.parseAsync();
  } catch (error) {
    // Commander has already printed the error. Help and version also end up here, with exit code 0.
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
