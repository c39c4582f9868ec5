/** Asks promtool, the checking program of Prometheus. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from './programs.ts';

/** Where apt can install it (`.ci/tools promtool`), a pipeline has no excuse. */
const APT = '/usr/bin/apt-get';

/**
 * What promtool complains of, and nothing when it is content. Null where it is not installed, which is
 * said; with `CI=true` and apt that is an Error.
 */
export function runPromtool(args: readonly string[], input?: string): readonly string[] | null {
  const { error, status, stdout, stderr } = spawnSync('promtool', args, { cwd: ROOT, encoding: 'utf8', input });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    if (process.env['CI'] === 'true' && existsSync(APT)) {
      throw new Error('promtool is not installed: .ci/tools promtool', { cause: error });
    }
    process.stdout.write(`promtool is not installed: no \`promtool ${args.join(' ')}\`\n`);
    return null;
  }
  if (error !== undefined) throw error;
  // Of metrics it says nothing when all is well; of rules it says how many there are.
  const content = status === 0 && stderr.trim() === '';
  return content ? [] : [`promtool ${args.join(' ')} exits ${String(status)}: ${stdout}${stderr}`.trim()];
}
