/** Recorded requests of released clients, in one folder per client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A client, as described in its `client.json`. */
export interface Client {
  /** Its name in its package registry. */
  readonly name: string;
  readonly language: string;
  readonly version: string;
  readonly source: string;
  /** How its requests were recorded: by running it or from its source code. */
  readonly obtained: string;
  /** How to change its base URL: the setting, or `fixed`. */
  readonly baseUrl: string;
  /** A required prefix of API keys. */
  readonly keyPrefix?: string;
  readonly errors: {
    /** What its code does with an error response. */
    readonly does: string;
    /** The error names it knows, if it misinterprets any other name. */
    readonly names?: readonly string[];
  };
  readonly recordings: readonly Recording[];
}

/** A sequence of requests. */
export interface Recording {
  /** What the client does, as the end of a sentence that starts with its name. */
  readonly behaviour: string;
  readonly steps: readonly Step[];
}

/** A request and its expected result. */
export interface Step {
  readonly request: RecordedRequest;
  readonly answer: ExpectedAnswer;
  /** Values for later requests by placeholder name: their paths in the response (`data.0.id`). */
  readonly remember?: Readonly<Record<string, string>>;
  /** The expected messages, in the order of the ids in the response. If missing, the test waits for none. */
  readonly arrives?: readonly ExpectedMessage[];
}

/**
 * A request as sent over the wire, with placeholders (`{{key}}`) for values that depend on the run, and without the headers of the
 * connection (`Host`, `Connection`, `Content-Length`, `Accept-Encoding`).
 */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Missing without a body; empty for an empty body. */
  readonly body?: string;
}

/** What the client's code reads of the response; there may be more. */
export interface ExpectedAnswer {
  readonly status: number;
  /** Values, placeholders, and types of values in angle brackets (`<uuid>`). */
  readonly body: unknown;
}

/** A mailbox; the name is empty if there is none. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** An expected message; it must have no other recipients or attachments. */
export interface ExpectedMessage {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly replyTo?: readonly Mailbox[];
  /** The recipients of the envelope, sorted. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** If missing, there must be no html part. */
  readonly html?: string;
  /** If missing while there is html, a text generated from the html is allowed. */
  readonly text?: string;
  /** The values of all fields with that name. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly files?: readonly ExpectedFile[];
}

/** An expected attachment. */
export interface ExpectedFile {
  readonly filename: string;
  readonly type?: string;
  /** Whether it is displayed inside the html. */
  readonly contentId?: string;
  /** `every byte` stands for each of the 256 bytes once, in order; anything else is UTF-8 text. */
  readonly content: string;
}

/** All clients with their recordings. */
export function readClients(): Client[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(import.meta.dirname, name))
    .toSorted()
    .map((folder) => ({
      ...(readJson(join(folder, 'client.json')) as Omit<Client, 'recordings'>),
      recordings: readdirSync(folder)
        .filter((file) => file !== 'client.json')
        .toSorted()
        .map((file) => readJson(join(folder, file)) as Recording),
    }));
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
