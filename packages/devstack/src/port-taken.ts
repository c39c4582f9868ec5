import { commandLine } from '@sendoff/config';

/** The port is used by another program. */
export class PortTaken extends Error {
  /** @param variable the environment variable that sets the port. */
  constructor(variable: string, port: number, command = commandLine('start')) {
    super(
      `Port ${String(port)} is taken. Set ${variable} to a free one, for example: ${variable}=${String(suggest(port))} ${command}`,
    );
  }
}

/** Suggests a port far enough from 3000 and 3001 that both can move by the same distance. */
const suggest = (port: number): number => (port + 5 <= 65_535 ? port + 5 : port - 5);
