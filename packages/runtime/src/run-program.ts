import { loadOrExit, type ApiEnvironment } from '@sendoff/config';
import { createLogger, type Logger } from './logger.ts';
import { exitOnSignal, exitWith, listenProblem, type Releasers } from './lifecycle.ts';

/** The variables that every program has. */
type ProgramEnvironment = Pick<ApiEnvironment, 'LOG_LEVEL' | 'LOG_FORMAT' | 'SHUTDOWN_TIMEOUT'>;

/** One of the programs that run for long: API, worker or SMTP. */
export interface Program<Environment extends ProgramEnvironment> {
  /** The name in every line of its log. */
  readonly name: string;
  /** The name in an error message, such as `The API`. */
  readonly title: string;
  /** @throws {InvalidEnvironment} listing every variable that is wrong. */
  readonly loadEnvironment: () => Environment;
  /** Why a service that the program needs cannot be used, as a sentence; null when all can. */
  readonly findProblem: (environment: Environment) => Promise<string | null>;
  /** Starts the program; its releasers stop it. */
  readonly start: (environment: Environment, logger: Logger) => Promise<Releasers>;
  /** The variable that names the port that could not be listened on. */
  readonly variableOfPort: (environment: Environment, port: number | undefined) => string;
}

/**
 * Runs a program as this process: reads its environment, checks the services that it needs, starts it, and stops it on SIGTERM or
 * SIGINT. Resolves when it has started. Prints the reason and exits with 1 when it cannot start.
 */
export async function runProgram<Environment extends ProgramEnvironment>(program: Program<Environment>): Promise<void> {
  const environment = loadOrExit(program.loadEnvironment);
  const logger = createLogger({ name: program.name, level: environment.LOG_LEVEL, format: environment.LOG_FORMAT });
  const problem = await program.findProblem(environment);
  if (problem !== null) exitWith(problem);
  try {
    const starting = program.start(environment, logger);
    exitOnSignal(starting, environment.SHUTDOWN_TIMEOUT, logger);
    await starting;
  } catch (error) {
    const { port } = error as { readonly port?: number };
    const variable = program.variableOfPort(environment, port);
    exitWith(listenProblem(error, variable) ?? `${program.title} could not start: ${String(error)}`);
  }
}
