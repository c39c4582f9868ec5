/** Calls the API without an SDK. */

export interface ApiAccess {
  readonly url: string;
  readonly key: string;
}

/** Sends `count` emails and returns their ids; throws an Error when one is rejected. */
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

/** Requests the dashboard like a browser, with its script and style sheet; throws an Error when one is not served. */
export async function checkDashboard(url: string): Promise<void> {
  const get = async (path: string, type: string): Promise<string> => {
    const response = await fetch(new URL(path, url), { headers: { accept: `${type},*/*;q=0.8` } });
    const found = response.headers.get('content-type') ?? 'nothing';
    if (!response.ok || !found.startsWith(type)) throw new Error(`GET ${path} answers ${String(response.status)}, ${found}`);
    return response.text();
  };
  const page = await get('/', 'text/html');
  const script = /<script [^>]*src="([^"]+)"/.exec(page)?.[1];
  const style = /<link [^>]*href="([^"]+\.css)"/.exec(page)?.[1];
  if (script === undefined || style === undefined) throw new Error(`the page names no script or no style: ${page}`);
  await get(script, 'application/javascript');
  await get(style, 'text/css');
}
