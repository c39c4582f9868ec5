/** A relay that does everything but take the email. */
import { type SinkRule, type SinkStage } from '../sink/sink-rules.ts';
import { type Fault } from './fault.ts';

/** So long the relay is in trouble, in milliseconds: shorter than the first delay after trouble with a relay. */
const TROUBLE_MS = 8000;

/** What stays without an answer for this long is given up by the worker (3 s), and then some. */
const SILENCE_MS = 8000;

const rule = (stage: SinkStage, action: SinkRule['action'], share: number, atMost?: number): SinkRule => ({
  stage,
  action,
  share,
  ...(atMost !== undefined && { atMost }),
});

/** A few at a time, for each holds up a connection until the worker gives it up. */
const hang = (stage: SinkStage, name: string, title: string): Fault => ({
  name,
  title: `Relay hangs ${title}`,
  sink: { thinkMs: 20, rules: [rule(stage, 'hang', stage === 'connect' ? 0.3 : 0.03, stage === 'connect' ? 15 : 40)] },
});

export const SINK_TROUBLE: readonly Fault[] = [
  {
    name: 'sink-down',
    title: 'Relay refuses connections for 8 s',
    inject: async ({ stack, random, delivered, pause }) => {
      await delivered(0.1 + random.next() * 0.4);
      await stack.sink.close();
      await pause(TROUBLE_MS);
      await stack.sink.listen();
    },
  },
  {
    name: 'sink-550',
    title: 'Relay refuses one recipient in ten for good (550)',
    sink: { thinkMs: 20, rules: [{ ...rule('rcpt', { code: 550, message: '5.1.1 No such user' }, 1), localPartsEndingIn: '7' }] },
    refuses: (recipient) => recipient.includes('7@'),
  },
  {
    name: 'sink-421',
    title: 'Relay closes with 421, in place of its greeting and of the answer to MAIL',
    sink: {
      thinkMs: 20,
      rules: [
        rule('connect', { code: 421, message: '4.3.2 Service shutting down' }, 0.3, 30),
        rule('mail', { code: 421, message: '4.3.2 Service shutting down' }, 0.1, 200),
      ],
    },
  },
  { name: 'sink-greylist', title: 'Relay answers 451 to each first try, then accepts', sink: { greylistMs: 500 } },
  {
    name: 'sink-drops',
    title: 'Relay drops the connection after the final dot of one message in twenty',
    sink: { thinkMs: 20, rules: [rule('end', 'drop', 0.05)] },
  },
  hang('connect', 'hang-greeting', 'before its greeting'),
  hang('mail', 'hang-mail', 'at MAIL'),
  hang('rcpt', 'hang-rcpt', 'at RCPT'),
  hang('data', 'hang-data', 'at DATA'),
  hang('content', 'hang-content', 'while the message is sent'),
  hang('end', 'hang-reply', 'after the final dot'),
  {
    name: 'half-open',
    title: 'Half-open connections: nobody is behind them for 8 s, then what was sent is read after all',
    inject: async ({ stack, random, delivered, pause }) => {
      await delivered(0.1 + random.next() * 0.4);
      stack.sink.signal('SIGSTOP');
      await pause(SILENCE_MS);
      stack.sink.signal('SIGCONT');
    },
  },
];
