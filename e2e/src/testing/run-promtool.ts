/** Runs promtool, the validator of Prometheus. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from './programs.ts';

/** Where apt can install it (`.ci/tools promtool`), a missing promtool is an error in CI. */
const APT = '/usr/bin/apt-get';

/**
 * The problems reported by promtool; empty if there are none. Null if it is not installed, after printing that; with `CI=true` and
 * apt, that is an Error.
 */
export function runPromtool(args: readonly string[], input?: string): readonly string[] | null {
  const { error, status, stdout, stderr } = spawnSync('promtool', args, { cwd: ROOT, encoding: 'utf8', input });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    if (process.env['CI'] === 'true' && existsSync(APT)) {
      throw new Error('promtool is not installed: .ci/tools promtool', { cause: error });
    }
    process.stdout.write(`promtool is not installed: skipping \`promtool ${args.join(' ')}\`\n`);
    return null;
  }
  if (error !== undefined) throw error;
  // For valid metrics it prints nothing; for valid rules it prints their number.
  const content = status === 0 && stderr.trim() === '';
  return content ? [] : [`promtool ${args.join(' ')} exits ${String(status)}: ${stdout}${stderr}`.trim()];
}
