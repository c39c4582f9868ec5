/** `sendoff doctor`: looks at everything the deployment stands on. */
import { Command } from 'commander';

/** Describes the command. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check the database, the queue and each relay, and say what to fix; exits 1 when something is wrong')
    .action(async () => (await import('./run-doctor.ts')).runDoctor());
}
