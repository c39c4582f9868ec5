/** A program that sends one prepared message again and again with as little work as possible, to measure the limit of the sink. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { serveCommands } from '../processes/serve-commands.ts';

export interface SinkLoadOrder {
  readonly port: number;
  readonly connections: number;
  readonly count: number;
  /** The size of the message in bytes. */
  readonly size: number;
}

serveCommands({
  send: async ({ port, connections, count, size }: SinkLoadOrder) => {
    const body = `${'x'.repeat(76)}\r\n`.repeat(Math.ceil(size / 78));
    const message = Buffer.from(`Subject: sink\r\n\r\n${body}.\r\n`);
    const envelope = 'MAIL FROM:<a@example.net>\r\nRCPT TO:<b@example.net>\r\nDATA\r\n';
    let left = count;
    const sendAll = async (): Promise<void> => {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true });
      await answers(socket, 1);
      socket.write('EHLO client.example\r\n');
      await once(socket, 'data');
      while (left > 0) {
        left -= 1;
        socket.write(envelope);
        await answers(socket, 3);
        socket.write(message);
        await answers(socket, 1);
      }
      socket.end('QUIT\r\n');
      await once(socket, 'close');
    };
    await Promise.all(Array.from({ length: connections }, sendAll));
  },
});

/** Resolves when this many lines have been received. */
function answers(socket: Socket, lines: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = lines;
    const onData = (chunk: Buffer): void => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) left -= 1;
      if (left > 0) return;
      socket.off('data', onData);
      socket.off('error', reject);
      resolve();
    };
    socket.on('data', onData).once('error', reject);
  });
}
