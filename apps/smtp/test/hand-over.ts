/** A dialogue with an SMTP server, command by command (RFC 5321). */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** What is handed over; `from` is empty for the null sender of bounces. */
export interface HandOver {
  readonly port: number;
  readonly from?: string;
  readonly to: readonly string[];
  readonly message: Buffer | string;
}

/** Hands a message over, and tells the reply to each command; nothing more is sent after a refusal of all recipients. */
export async function handOver({ port, from = '', to, message }: HandOver): Promise<string[]> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const replies: string[] = [];
  const reply = async (): Promise<string> => {
    for (;;) {
      const { value = '', done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done === true || value[3] !== '-') return value;
    }
  };
  const say = async (command: string): Promise<string> => {
    socket.write(`${command}\r\n`);
    const answer = await reply();
    replies.push(answer);
    return answer;
  };
  try {
    await reply();
    await say('EHLO mx.example.com');
    await say(`MAIL FROM:<${from}>`);
    const taken = [];
    for (const address of to) taken.push((await say(`RCPT TO:<${address}>`)).startsWith('250'));
    if (!taken.includes(true)) return replies;
    await say('DATA');
    socket.write(message);
    await say('\r\n.');
    return replies;
  } finally {
    socket.destroy();
  }
}
