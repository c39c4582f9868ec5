/** SMTP servers that fail in ways a well-behaved one cannot be told to. They listen on 127.0.0.1 only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A point of the dialogue before the message. */
export type EarlyStage = 'greeting' | 'EHLO' | 'STARTTLS' | 'handshake' | 'AUTH';

/** A running server. */
export interface TalkingServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Speaks SMTP up to `stage`, and then falls silent (`hang`) or goes away (`drop`). */
export async function startTalkingServer(stage: EarlyStage, failure: 'hang' | 'drop'): Promise<TalkingServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A client that goes away is part of the test.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const answer = (at: EarlyStage, reply: string): void => {
      if (at !== stage) socket.write(`${reply}\r\n`);
      else if (failure === 'drop') socket.destroy();
    };
    answer('greeting', '220 relay.example ESMTP');
    socket.on('data', (octets) => {
      const command = octets.toString('latin1');
      if (command.startsWith('EHLO')) answer('EHLO', '250-relay.example\r\n250-STARTTLS\r\n250 AUTH PLAIN');
      else if (command.startsWith('STARTTLS')) answer('STARTTLS', '220 Go ahead');
      else if (command.startsWith('AUTH')) answer('AUTH', '235 Welcome');
      // The first octets of TLS, where the next command was to be.
      else answer('handshake', '500 What?');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const LISTEN_AND_STOP = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(server.address().port), () => process.kill(process.pid, 'SIGSTOP'));
  });
`;

/** A port whose process is stopped and whose queue is full: on Linux, nothing answers whoever connects to it. */
export async function startDeafServer(): Promise<TalkingServer> {
  const child = spawn(process.execPath, ['-e', LISTEN_AND_STOP], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [octets] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(octets.toString());
  // As many as the queue takes, and some more.
  const fill = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.race(fill.map((socket) => once(socket, 'connect')));
  return {
    port,
    close: async () => {
      for (const socket of fill) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
