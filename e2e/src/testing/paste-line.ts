/** Runs the printed curl line as the person at the terminal does. */
import { spawnSync } from 'node:child_process';

/**
 * @param variables what the line may refer to.
 * @returns the body of the answer, parsed.
 */
export async function pasteLine(line: string, variables: Readonly<Record<string, string>> = {}): Promise<unknown> {
  if (spawnSync('curl', ['--version']).error === undefined) return pasteIntoShell(line, variables);
  process.stdout.write('There is no curl on this machine: the printed line is sent with fetch instead.\n');
  return sendWithFetch(line);
}

function pasteIntoShell(line: string, variables: Readonly<Record<string, string>>): unknown {
  const shell = spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { ...process.env, ...variables } });
  if (shell.status !== 0) throw new Error(`The shell ended with ${String(shell.status)}: ${shell.stderr}`);
  return JSON.parse(shell.stdout);
}

async function sendWithFetch(line: string): Promise<unknown> {
  const [, url = '', body = ''] = /^curl -sS (\S+) .* -d '([^']*)'$/.exec(line) ?? [];
  const headers = [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = '', value = '']): [string, string] => [
    name,
    value,
  ]);
  const response = await fetch(url, { method: 'POST', headers, body });
  return response.json();
}
