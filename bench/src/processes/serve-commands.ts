/** The child's side of the IPC between the bench and the programs it starts. */

/** A command of the bench. */
export interface Question {
  readonly id: number;
  readonly command: string;
  readonly argument: unknown;
}

/** The result of a command. */
export type Answer = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

/** Serves commands of the bench until it exits. Arguments and results are serialized as JSON. */
export function serveCommands(commands: Readonly<Record<string, (argument: never) => unknown>>): void {
  const answer = async ({ id, command, argument }: Question): Promise<Answer> => {
    const run = commands[command];
    if (run === undefined) return { id, error: `Unknown command ${command}.` };
    try {
      return { id, result: await run(argument as never) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (question: Question) => {
    void answer(question).then((given) => process.send?.(given));
  });
  // Keeps the process alive while it waits for the next command.
  process.channel?.ref();
}

/** The options passed by the bench. */
export function programOptions(): unknown {
  const [json] = process.argv.slice(2);
  if (json === undefined) throw new Error('This program must be started by the bench.');
  return JSON.parse(json) as unknown;
}
