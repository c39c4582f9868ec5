/** Runs the printed curl command. */
import { spawnSync } from 'node:child_process';

/**
 * @param variables the variables that the command may use
 * @returns the parsed response body
 */
export async function pasteLine(line: string, variables: Readonly<Record<string, string>> = {}): Promise<unknown> {
  if (spawnSync('curl', ['--version']).error === undefined) return pasteIntoShell(line, variables);
  process.stdout.write('curl is not installed: sending the printed request with fetch instead.\n');
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
