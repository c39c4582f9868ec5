/** Faults of the relay: it is down, rejects, hangs or drops connections. */
import type { SinkBehaviour, SinkRule, SinkStage } from '../sink/sink-rules.ts';
import type { Fault } from './fault.ts';

/** How long the relay is down, in milliseconds: shorter than the first retry delay after a relay failure. */
const TROUBLE_MS = 8000;

/** Longer than the worker's SMTP timeouts (3 s), so that it gives up the connection. */
const SILENCE_MS = 8000;

const rule = (stage: SinkStage, action: SinkRule['action'], share: number, atMost?: number): SinkRule => ({
  stage,
  action,
  share,
  ...(atMost !== undefined && { atMost }),
});

/**
 * Stages that occur once per connection, not once per message. There are fewer of them, so each is hit with a higher probability.
 */
const OF_CONNECTIONS: readonly SinkStage[] = ['connect', 'ehlo', 'startTls', 'auth'];

/** A circuit stays open for up to a minute, and retries are delayed as long. */
const CIRCUIT_TIMEOUT_MS = 300_000;

/** Only a few, since each blocks a connection until the worker's timeout. */
const hang = (stage: SinkStage, name: string, title: string, sink: SinkBehaviour = {}): Fault => ({
  name,
  title: `Relay hangs ${title}`,
  patienceMs: CIRCUIT_TIMEOUT_MS,
  sink: {
    ...sink,
    thinkMs: 20,
    rules: [OF_CONNECTIONS.includes(stage) ? rule(stage, 'hang', 0.3, 10) : rule(stage, 'hang', 0.03, 40)],
  },
});

const DEMANDING: SinkBehaviour = { encryptedAndAuthenticated: true };

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
    title: 'Relay permanently rejects one recipient in ten (550)',
    sink: { thinkMs: 20, rules: [{ ...rule('rcpt', { code: 550, message: '5.1.1 No such user' }, 1), localPartsEndingIn: '7' }] },
    refuses: (recipient) => recipient.includes('7@'),
  },
  {
    name: 'sink-421',
    title: 'Relay closes with 421, instead of its greeting or its reply to MAIL',
    patienceMs: CIRCUIT_TIMEOUT_MS,
    sink: {
      thinkMs: 20,
      rules: [
        rule('connect', { code: 421, message: '4.3.2 Service shutting down' }, 0.3, 30),
        rule('mail', { code: 421, message: '4.3.2 Service shutting down' }, 0.1, 200),
      ],
    },
  },
  { name: 'sink-greylist', title: 'Relay replies 451 to each first attempt, then accepts', sink: { greylistMs: 500 } },
  {
    name: 'sink-drops',
    title: 'Relay drops the connection after the final dot of one message in twenty',
    sink: { thinkMs: 20, rules: [rule('end', 'drop', 0.05)] },
  },
  hang('connect', 'hang-greeting', 'before its greeting'),
  hang('ehlo', 'hang-ehlo', 'at EHLO'),
  hang('startTls', 'hang-starttls', 'at STARTTLS', DEMANDING),
  hang('auth', 'hang-auth', 'at AUTH, inside TLS', DEMANDING),
  hang('mail', 'hang-mail', 'at MAIL'),
  hang('rcpt', 'hang-rcpt', 'at RCPT'),
  hang('data', 'hang-data', 'at DATA'),
  hang('content', 'hang-content', 'while the message is sent'),
  hang('end', 'hang-reply', 'after the final dot'),
  {
    name: 'sink-stopped',
    title: 'Relay stopped (SIGSTOP) for 8 s: its connections stay open, and it later reads what was sent meanwhile',
    inject: async ({ stack, random, delivered, pause }) => {
      await delivered(0.1 + random.next() * 0.4);
      stack.sink.signal('SIGSTOP');
      await pause(SILENCE_MS);
      stack.sink.signal('SIGCONT');
    },
  },
  {
    name: 'half-open',
    title: 'Half-open connections, three times: the relay vanishes without FIN or RST and later accepts new connections',
    sink: { thinkMs: 20, mayVanish: true },
    inject: async ({ stack, random, delivered, pause }) => {
      for (const [from, awayMs] of [
        [0.1, 0],
        [0.4, random.between(0, 3000)],
        [0.7, SILENCE_MS],
      ] as const) {
        await delivered(from + random.next() * 0.2);
        await stack.sink.vanish();
        await pause(awayMs);
        await stack.sink.comeBack();
      }
    },
  },
];
