/** `sendoff doctor`: checks the services that the deployment depends on. */
import { Command } from 'commander';

/** The `doctor` command. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check the database, the queue and each relay, and suggest fixes; exits with 1 if there is a problem')
    .action(async () => (await import('./run-doctor.ts')).runDoctor());
}
