/** The SMTP server at the end. */
import { startProgram, type Program } from '../processes/start-program.ts';
import type { SinkCount } from '../programs/sink.ts';
import type { Workplace } from '../workplace.ts';

/** It sets a mark at the first message and at every so many after it. */
export const MESSAGES_PER_MARK = 100;

/** One that runs. */
export interface Sink {
  readonly program: Program;
  /** As `MAIL_URL` has it. */
  readonly url: string;
  readonly port: number;
  /** Forgets what has come; with `watch` it notes when each message was taken. */
  readonly reset: (options?: { readonly watch?: boolean }) => Promise<void>;
  readonly messages: () => Promise<number>;
  readonly count: () => Promise<SinkCount>;
}

/** Starts one in a process of its own. */
export async function startSink(workplace: Workplace): Promise<Sink> {
  const program = startProgram(workplace, { name: 'sink', file: 'bench/dist/programs/sink.js' });
  const url = await program.ask<string>('url');
  return {
    program,
    url,
    port: Number(new URL(url).port),
    reset: (options = {}) => program.ask('reset', options),
    messages: () => program.ask<number>('messages'),
    count: () => program.ask<SinkCount>('count'),
  };
}
