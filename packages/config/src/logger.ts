/** The one logger. Messages are fixed texts; what varies goes into fields. */
import { pino, type Logger as PinoLogger, type LevelWithSilent } from 'pino';

/** A logger, or a child of one with fields of its own. */
export type Logger = PinoLogger;

/**
 * Makes the logger of a program, writing JSON lines to standard output.
 *
 * Content, keys and passwords have no business in a log; the paths below are a second line of
 * defence for what arrives there inside an object.
 */
export function createLogger(options: {
  readonly name: string;
  readonly level: LevelWithSilent;
  readonly format?: 'json' | 'pretty';
}): Logger {
  return pino({
    name: options.name,
    level: options.level,
    redact: {
      paths: ['*.password', '*.pass', '*.authorization', '*.html', '*.text', '*.token', '*.secret', 'req.headers.authorization'],
      censor: '[redacted]',
    },
    ...(options.format === 'pretty' && {
      transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss.l', singleLine: true } },
    }),
  });
}
