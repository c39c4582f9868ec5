/** Calls the API without an SDK. */

/** The fields of `GET /emails/:id` used by these tests. */
export interface EmailOnTheWire {
  readonly id: string;
  readonly message_id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly reply_to: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  readonly created_at: string;
  readonly last_event: string;
  readonly status: string;
  readonly attempts: number;
  readonly recipients: readonly {
    readonly address: string;
    readonly kind: string;
    readonly state: string;
    /** The bounce or complaint received after the relay accepted the message. */
    readonly feedback: { readonly type: string; readonly enhanced_code: string | null; readonly text: string | null } | null;
  }[];
}

export interface ApiAccess {
  readonly url: string;
  readonly key: string;
}

/**
 * Sends an email with plain fetch.
 *
 * @returns its id
 * @throws {Error} for any response but 200, or without a response
 */
export async function submitEmail({ url, key }: ApiAccess, body: unknown): Promise<string> {
  const response = await fetch(`${url}/emails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { id?: string };
  if (response.status !== 200 || answer.id === undefined) {
    throw new Error(`POST /emails answered ${String(response.status)}: ${JSON.stringify(answer)}`);
  }
  return answer.id;
}

/** `GET /emails/:id`; throws an Error for any response but 200. */
export async function readEmail({ url, key }: ApiAccess, id: string): Promise<EmailOnTheWire> {
  const response = await fetch(`${url}/emails/${id}`, { headers: { authorization: `Bearer ${key}` } });
  const answer: unknown = await response.json();
  if (response.status !== 200)
    throw new Error(`GET /emails/${id} answered ${String(response.status)}: ${JSON.stringify(answer)}`);
  return answer as EmailOnTheWire;
}
