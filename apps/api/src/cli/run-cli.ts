/** The admin CLI: its commands, by name. */
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
 * What only one command needs, that command loads when it is run: to load what speaks to the queue takes longer than
 * most commands do.
 */
export async function runCli(): Promise<void> {
  const program = new Command('sendoff')
    .description('Looks after a Sendoff deployment. Reads the same environment as the API: DATABASE_URL, REDIS_URL, MAIL_URL.')
    .version(VERSION)
    .exitOverride();

  const keys = program.command('keys').description('API keys').copyInheritedSettings(program);
  for (const command of [createKeyCommand(), listKeysCommand(), updateKeyCommand(), revokeKeyCommand()]) {
    keys.addCommand(command.copyInheritedSettings(program));
  }
  const suppressions = program
    .command('suppressions')
    .description('the addresses that no email is sent to')
    .copyInheritedSettings(program);
  for (const command of [importSuppressionsCommand(), exportSuppressionsCommand()]) {
    suppressions.addCommand(command.copyInheritedSettings(program));
  }
  for (const command of [sendCommand(), doctorCommand(), returnPathKeyCommand()])
    program.addCommand(command.copyInheritedSettings(program));

  try {
    await program.parseAsync();
  } catch (error) {
    // Commander has said what is wrong; help and version come here as well, with exit code 0.
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
