/**
 * A program: the SMTP server that receives all emails. It accepts everything, stores nothing and records when messages arrive. It
 * implements only as much of SMTP (RFC 5321) as correct replies need, so that it does not limit its clients; a separate measurement
 * verifies this.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { MESSAGES_PER_MARK, type SinkCount } from '../neighbours/sink-count.ts';
import { serveCommands } from '../processes/serve-commands.ts';
import { sharedNow } from '../statistics/shared-clock.ts';

const END_OF_DATA = Buffer.from('\r\n.\r\n');
const GREETING = '250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';

let count = fresh();
let watching = false;

// Disables Nagle's algorithm (RFC 896), which would delay short replies.
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
