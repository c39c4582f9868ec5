/** The requests of released clients, each in the folder of its client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A client, as its `client.json` describes it. */
export interface Client {
  /** Under which its registry has it. */
  readonly name: string;
  readonly language: string;
  readonly version: string;
  readonly source: string;
  /** How its requests were found out: by running it, or by reading it. */
  readonly obtained: string;
  /** How it is pointed at another server than Resend's: a setting, or `fixed`. */
  readonly baseUrl: string;
  /** What every key must begin with. */
  readonly keyPrefix?: string;
  readonly errors: {
    /** What its code does about an answer that is no success. */
    readonly does: string;
    /** The names of errors that it knows, where it takes an answer with any other name for something else. */
    readonly names?: readonly string[];
  };
  readonly recordings: readonly Recording[];
}

/** Requests that follow each other. */
export interface Recording {
  /** After the name of the client: what it does. */
  readonly behaviour: string;
  readonly steps: readonly Step[];
}

/** One request, and what is to come of it. */
export interface Step {
  readonly request: RecordedRequest;
  readonly answer: ExpectedAnswer;
  /** What later requests need, by the name of its placeholder: where the answer holds it (`data.0.id`). */
  readonly remember?: Readonly<Record<string, string>>;
  /** The messages that it makes, in the order of the ids in the answer. Where it is missing, none is waited for. */
  readonly arrives?: readonly ExpectedMessage[];
}

/**
 * A request as it went over the wire, but for what depends on the run, which has a placeholder (`{{key}}`), and for the
 * headers of the connection (`Host`, `Connection`, `Content-Length`, `Accept-Encoding`).
 */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Missing where none is announced; empty where one of no bytes is. */
  readonly body?: string;
}

/** What the code of the client reads of the answer; there may be more. */
export interface ExpectedAnswer {
  readonly status: number;
  /** Values, placeholders, and kinds of values in angle brackets (`<uuid>`). */
  readonly body: unknown;
}

/** A mailbox; without a name it is empty. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** What is to arrive at a relay; nobody else is among the recipients, and no other file is there. */
export interface ExpectedMessage {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly replyTo?: readonly Mailbox[];
  /** Of the envelope, sorted. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** None arrives where it is missing. */
  readonly html?: string;
  /** Where it is missing beside html, text may have been made from that. */
  readonly text?: string;
  /** The values of every field of that name. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly files?: readonly ExpectedFile[];
}

/** A file that is to arrive. */
export interface ExpectedFile {
  readonly filename: string;
  readonly type?: string;
  /** It is shown inside the html. */
  readonly contentId?: string;
  /** `every byte` is each of the 256 once, in order; anything else is text in UTF-8. */
  readonly content: string;
}

/** All clients, with everything that was recorded of them. */
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
