/** Runs a built program with the local services that it needs. Standard output belongs to that program. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { loadAdminEnvironment } from '@sendoff/config';
import { readProcessEnvironment, type ChildEnvironment } from '../environment/read-process-environment.ts';
import { planParts } from '../plan-parts.ts';
import { provideParts } from '../provide-parts.ts';
import { ReleaseStack } from '../release-stack.ts';
import { repositoryRoot } from '../repository-root.ts';
import { PROGRAMS } from './programs.ts';
import { runCommand } from './run-command.ts';

/** `pnpm sendoff`: the admin CLI, on the PostgreSQL of `start`, or on one that is started for this command only. */
export const sendoffHere = (args: readonly string[]): Promise<never> =>
  runCommand(() => sendoff(args, readProcessEnvironment(), repositoryRoot()));

/** `pnpm db:migrate`: migrates a configured database; starts no services. */
export const migrateHere = (args: readonly string[]): Promise<never> =>
  runCommand(async () => {
    const raw = readProcessEnvironment();
    loadAdminEnvironment(raw);
    return runInForeground(join(repositoryRoot(), PROGRAMS.migrate), args, raw);
  });

/**
 * @returns the exit code of the CLI.
 * @throws {Error} with a readable message when a service cannot be started.
 */
export async function sendoff(args: readonly string[], raw: ChildEnvironment, root: string): Promise<number> {
  const releases = new ReleaseStack();
  const restoreSignals = outliveSignals();
  try {
    const plan = planParts(raw, root);
    const inbox = { start: false, smtpPort: plan.local.INBOX_SMTP_PORT, webPort: plan.local.INBOX_PORT };
    const { environment } = await provideParts(raw, plan, inbox, releases);
    return await runInForeground(join(root, PROGRAMS.cli), args, environment);
  } finally {
    await releases.release();
    restoreSignals();
  }
}

/**
 * Runs the program on the terminal, and forwards the signals that the terminal does not send to it.
 *
 * @returns its exit code as a shell reports it.
 */
async function runInForeground(file: string, args: readonly string[], environment: ChildEnvironment): Promise<number> {
  const child = spawn(process.execPath, [file, ...args], { env: environment, stdio: 'inherit' });
  const forward = (): void => void child.kill('SIGTERM');
  process.on('SIGTERM', forward).on('SIGHUP', forward);
  await once(child, 'exit');
  process.off('SIGTERM', forward).off('SIGHUP', forward);
  return child.signalCode === null ? (child.exitCode ?? 1) : 128 + constants.signals[child.signalCode];
}

/** Ctrl-C reaches the program through the terminal; this process must end after it and after its services. */
function outliveSignals(): () => void {
  const ignore = (): void => undefined;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, ignore);
  return () => {
    for (const signal of signals) process.off(signal, ignore);
  };
}
