/** The realistic messages of `e2e/messages`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DIRECTORY = resolve(import.meta.dirname, '../../messages');

/** An attachment. */
export interface MessageFile {
  readonly filename: string;
  readonly content: Buffer;
  readonly content_type?: string;
  readonly content_id?: string;
}

/** The body of `POST /emails`, with attachments as bytes. */
export interface Message {
  readonly from: string;
  readonly to: string | string[];
  readonly cc?: string | string[];
  readonly bcc?: string | string[];
  readonly reply_to?: string | string[];
  readonly subject: string;
  readonly html?: string;
  readonly text?: string;
  readonly headers?: Record<string, string>;
  readonly tags?: { name: string; value: string }[];
  readonly attachments?: readonly MessageFile[];
}

/** In the JSON files, the content of an attachment is the name of a file in `files/`. */
interface FileReference {
  readonly file: string;
}

type MessageOnDisk = Omit<Message, 'html' | 'attachments'> & {
  readonly html?: string | FileReference;
  readonly attachments?: readonly (Omit<MessageFile, 'content'> & { readonly content: FileReference })[];
};

/** All messages with their attachments. */
export function readMessages(): { readonly name: string; readonly message: Message }[] {
  return readdirSync(DIRECTORY)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: file.replace(/\.json$/, ''), message: readMessage(join(DIRECTORY, file)) }));
}

function readMessage(path: string): Message {
  const { html, attachments, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as MessageOnDisk;
  return {
    ...rest,
    ...(html !== undefined && { html: typeof html === 'string' ? html : readReferred(html).toString('utf8') }),
    ...(attachments && { attachments: attachments.map((each) => ({ ...each, content: readReferred(each.content) })) }),
  };
}

const readReferred = ({ file }: FileReference): Buffer => readFileSync(join(DIRECTORY, 'files', file));
