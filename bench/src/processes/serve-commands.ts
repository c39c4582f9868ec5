/** The child's side of the conversation between the bench and a program that it has started. */

/** What the bench asks. */
export interface Question {
  readonly id: number;
  readonly command: string;
  readonly argument: unknown;
}

/** What it gets. */
export type Answer = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

/** Answers commands from the bench until it is gone. Arguments and results travel as JSON. */
export function serveCommands(commands: Readonly<Record<string, (argument: never) => unknown>>): void {
  const answer = async ({ id, command, argument }: Question): Promise<Answer> => {
    const run = commands[command];
    if (run === undefined) return { id, error: `There is no command ${command}.` };
    try {
      return { id, result: await run(argument as never) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (question: Question) => {
    void answer(question).then((given) => process.send?.(given));
  });
  // A program that waits for its next command has nothing else that keeps it.
  process.channel?.ref();
}

/** The options that the bench started this program with. */
export function programOptions(): unknown {
  const [json] = process.argv.slice(2);
  if (json === undefined) throw new Error('This program is started by the bench.');
  return JSON.parse(json) as unknown;
}
