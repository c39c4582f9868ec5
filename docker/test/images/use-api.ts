/** The API as a program without any SDK uses it. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Where the API is, and a key for it. */
export interface ApiAccess {
  readonly url: string;
  readonly key: string;
}

/** Sends so many emails, and returns their ids; throws an Error when one is refused. */
export async function sendEmails({ url, key }: ApiAccess, count: number): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const body = {
        from: 'shop@acme.example',
        to: `reader-${String(n)}@example.com`,
        subject: `Order ${String(n)}`,
        text: 'Thank you.',
      };
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const response = await fetch(`${url}/emails`, { method: 'POST', headers, body: JSON.stringify(body) });
      const { id } = (await response.json()) as { readonly id?: string };
      if (id === undefined) throw new Error(`POST /emails answered ${String(response.status)}`);
      return id;
    }),
  );
}

/** The status of an email. */
export async function statusOf({ url, key }: ApiAccess, id: string): Promise<string | undefined> {
  const response = await fetch(`${url}/emails/${id}`, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { readonly status?: string }).status;
}

/** A port that nothing listened on a moment ago. */
export async function findFreePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}
