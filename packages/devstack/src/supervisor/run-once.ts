/** Runs a program to its end. */
import { spawnSupervised, signalProgram, type Command } from './spawn-supervised.ts';

/**
 * Returns the standard output of a program that exits with 0.
 *
 * @throws {Error} with its last lines when it fails.
 */
export async function runOnce(command: Command, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  const program = spawnSupervised(command, (line, stream) => {
    if (stream === 'stdout') lines.push(line);
  });
  const abort = () => signalProgram(program, 'SIGTERM');
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const end = await program.ended;
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (program.process.exitCode !== 0) throw new Error(`${command.name} ended ${end}:\n${program.lastLines()}`);
  return lines.join('\n');
}
