/** The one logger. Messages are fixed texts; what varies goes into fields. */
import {
  pino,
  stdSerializers,
  type DestinationStream,
  type Logger as PinoLogger,
  type LevelWithSilent,
  type LoggerOptions,
} from 'pino';
import { hideSecrets, withoutSecrets } from './hide-secrets.ts';

/** A logger, or a child of one with fields of its own. */
export type Logger = PinoLogger;

/**
 * Makes the logger of a program, writing JSON lines to standard output, or to `destination`.
 *
 * Content, keys and passwords have no business in a log; that they are hidden where they arrive there
 * inside an object is a second line of defence.
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

/** Lines are written together, this much at once or what there is after so long: one write for each costs a worker 7 % of its time. */
const GATHERED = { bytes: 8192, forMs: 100 };

let output: DestinationStream | undefined;

/** One for all loggers of the process. What it holds when the process ends is written then; a process that is killed loses it. */
function standardOutput(): DestinationStream {
  if (output !== undefined) return output;
  const opened = pino.destination({ dest: 1, sync: true, minLength: GATHERED.bytes, periodicFlush: GATHERED.forMs });
  process.once('exit', () => opened.flushSync());
  output = opened;
  return output;
}
