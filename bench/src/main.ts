/** The entry point of `pnpm bench`. */
import { HELP, InvalidOptions, readOptions } from './options.ts';
import { runBench } from './run-bench.ts';

process.exit(await main(process.argv.slice(2)));

/** Runs the command. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options.help) return await runBench(options);
    process.stdout.write(HELP);
    return 0;
  } catch (error) {
    const isMisuse = error instanceof InvalidOptions;
    process.stderr.write(
      isMisuse ? `${error.message}\n\n${HELP}` : `${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
    );
    return isMisuse ? 2 : 1;
  }
}
