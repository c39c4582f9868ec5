/**
 * A program: the SMTP server at the end of every measurement. It takes everything, keeps nothing, and
 * notes when messages came. It reads no more of SMTP (RFC 5321) than it must to answer correctly, so
 * that it is not what limits its clients; a measurement of its own shows that.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { MESSAGES_PER_MARK } from '../neighbours/start-sink.ts';
import { serveCommands } from '../processes/serve-commands.ts';
import { sharedNow } from '../statistics/shared-clock.ts';

/** What has come since the last reset. */
export interface SinkCount {
  readonly messages: number;
  /** Octets of the messages as they were on the wire. */
  readonly octets: number;
  /** When every hundredth message was taken, the first included; by the shared clock. */
  readonly marks: readonly number[];
  /** With `watch`: when the message to each recipient was taken. */
  readonly taken: Readonly<Record<string, number>>;
}

const END_OF_DATA = Buffer.from('\r\n.\r\n');
const GREETING = '250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';

let count = fresh();
let watching = false;

// Small answers must not wait for more to send (RFC 896).
const server = createServer({ noDelay: true }, serve).listen(0, '127.0.0.1');
await once(server, 'listening');

serveCommands({
  url: () => `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
  reset: ({ watch = false }: { watch?: boolean }) => {
    count = fresh();
    watching = watch;
  },
  count: (): SinkCount => count,
  messages: () => count.messages,
});

function fresh() {
  return { messages: 0, octets: 0, marks: [] as number[], taken: {} as Record<string, number> };
}

function serve(socket: Socket): void {
  let pending: Buffer = Buffer.alloc(0);
  let inData = false;
  let recipient = '';
  socket.on('error', () => socket.destroy());
  socket.write('220 sink.example ESMTP\r\n');

  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let answers = '';
    for (;;) {
      const end = pending.indexOf(inData ? END_OF_DATA : '\n');
      if (end < 0) break;
      if (inData) {
        noteMessage(end, recipient);
        pending = pending.subarray(end + END_OF_DATA.length);
        inData = false;
        answers += '250 2.0.0 taken\r\n';
        continue;
      }
      const command = pending.toString('latin1', 0, end);
      pending = pending.subarray(end + 1);
      const verb = command.slice(0, 4).toUpperCase();
      if (verb === 'DATA') inData = true;
      if (verb === 'RCPT' && watching) recipient = command.slice(command.indexOf('<') + 1, command.indexOf('>'));
      answers += answerTo(verb);
    }
    if (answers !== '') socket.write(answers, 'latin1');
    if (answers.endsWith('221 2.0.0 bye\r\n')) socket.end();
  });
}

function answerTo(verb: string): string {
  switch (verb) {
    case 'EHLO':
      return GREETING;
    case 'DATA':
      return '354 go ahead\r\n';
    case 'QUIT':
      return '221 2.0.0 bye\r\n';
    default:
      return '250 2.0.0 ok\r\n';
  }
}

function noteMessage(octets: number, recipient: string): void {
  if (count.messages % MESSAGES_PER_MARK === 0) count.marks.push(sharedNow());
  count.messages += 1;
  count.octets += octets;
  if (watching) count.taken[recipient] = sharedNow();
}
