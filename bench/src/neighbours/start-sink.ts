/** The SMTP server that receives the emails. */
import { startProgram, type Program } from '../processes/start-program.ts';
import type { SinkCount } from './sink-count.ts';
import type { Workplace } from '../workplace.ts';

/** A running sink. */
export interface Sink {
  readonly program: Program;
  /** A value for `MAIL_URL`. */
  readonly url: string;
  readonly port: number;
  /** Resets the counts; with `watch`, it also records when each message was received. */
  readonly reset: (options?: { readonly watch?: boolean }) => Promise<void>;
  readonly messages: () => Promise<number>;
  readonly count: () => Promise<SinkCount>;
}

/** Starts a sink in its own process. */
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
