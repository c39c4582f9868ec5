/** The logger. Messages are constant texts; variable data goes into fields. */
import {
  pino,
  stdSerializers,
  type DestinationStream,
  type Logger as PinoLogger,
  type LevelWithSilent,
  type LoggerOptions,
} from 'pino';
import { hideSecrets, withoutSecrets } from './hide-secrets.ts';

/** A logger, or a child logger. */
export type Logger = PinoLogger;

/**
 * Creates the logger of a program, which writes JSON lines to standard output or to `destination`.
 *
 * Content, keys and passwords must not be logged; redacting them in nested objects is a second line of defense.
 */
export function createLogger(options: {
  readonly name: string;
  readonly level: LevelWithSilent;
  readonly format?: 'json' | 'pretty';
  readonly destination?: DestinationStream;
}): Logger {
  const settings: LoggerOptions = {
    name: options.name,
    level: options.level,
    formatters: { log: hideSecrets },
    serializers: { err: (error: Error) => withoutSecrets(stdSerializers.err(error)) },
    ...(options.format === 'pretty' && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l', singleLine: true } },
    }),
  };
  if (options.destination !== undefined) return pino(settings, options.destination);
  return options.format === 'pretty' ? pino(settings) : pino(settings, standardOutput());
}

/** Lines are buffered up to this size or time, because a write per line costs a worker 7 % of its time. */
const GATHERED = { bytes: 8192, forMs: 100 };

let output: DestinationStream | undefined;

/** Shared by all loggers of the process. The buffer is flushed at exit, but lost when the process is killed. */
function standardOutput(): DestinationStream {
  if (output !== undefined) return output;
  const opened = pino.destination({ dest: 1, sync: true, minLength: GATHERED.bytes, periodicFlush: GATHERED.forMs });
  process.once('exit', () => opened.flushSync());
  output = opened;
  return output;
}
