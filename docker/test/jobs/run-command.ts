/** Runs a command of a job as a GitHub runner does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `script` in `directory` with `bash -e FILE`, GitHub's default shell, and shows its output. Signals are forwarded to it.
 *
 * @returns its exit code; null if a signal ended it
 */
export async function runCommand(
  script: string,
  { directory, environment }: { readonly directory: string; readonly environment: NodeJS.ProcessEnv },
): Promise<number | null> {
  const file = join(directory, '.git/step.sh');
  writeFileSync(file, script);
  // A process group of its own, so that signals reach the children of the script too.
  const child = spawn('bash', ['-e', file], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const handDown = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, handDown);
  try {
    await once(child, 'exit');
    return child.exitCode;
  } finally {
    for (const signal of SIGNALS) process.off(signal, handDown);
    rmSync(file);
  }
}
