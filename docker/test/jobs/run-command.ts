/** Runs a command of a job as a runner of GitHub does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `script` in `directory` as `bash -e FILE`, which is what GitHub does where a step names no shell,
 * and shows what it prints. A signal ends it as well.
 *
 * @returns its exit code; null when a signal ended it
 */
export async function runCommand(
  script: string,
  { directory, environment }: { readonly directory: string; readonly environment: NodeJS.ProcessEnv },
): Promise<number | null> {
  const file = join(directory, '.git/step.sh');
  writeFileSync(file, script);
  // A group of its own, so that a signal reaches what the script has started too.
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
