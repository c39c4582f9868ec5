/** Finds a Redis for tests. */
import { once } from 'node:events';
import { connect } from 'node:net';

const TIMEOUT_MS = 2000;

/**
 * Whether a Redis at `host` and `port` accepts commands. It needs no client library: the reply to an inline PING is `+PONG`
 * (https://redis.io/docs/latest/develop/reference/protocol-spec/).
 */
export async function answersPing(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('No answer.')));
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('latin1').startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
