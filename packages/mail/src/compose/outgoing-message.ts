import type { OutgoingMessage } from './composer-input.ts';

/** An email as it is kept, with the bytes of its files. */
export interface KeptEmail extends Pick<OutgoingMessage, 'messageId' | 'from' | 'to' | 'cc' | 'replyTo' | 'subject' | 'headers'> {
  readonly createdAt: Date;
  /** Null once it has expired. */
  readonly content: { readonly html: string | null; readonly text: string | null } | null;
  /** In their order. */
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string | null;
    readonly contentId: string | null;
    readonly content: { readonly bytes: Uint8Array<ArrayBuffer> };
  }[];
}

/** The message as its recipients are to read it. Bcc is not part of it. */
export function outgoingMessage(email: KeptEmail): OutgoingMessage {
  const date = email.headers['Date'];
  return {
    messageId: email.messageId,
    // The same in every attempt, so that every attempt sends the same bytes.
    date: typeof date === 'string' ? new Date(date) : email.createdAt,
    from: email.from,
    to: email.to,
    cc: email.cc,
    replyTo: email.replyTo,
    subject: email.subject,
    html: email.content?.html ?? null,
    text: email.content?.text ?? null,
    headers: date === undefined ? email.headers : withoutDate(email.headers),
    attachments: email.attachments.map(({ filename, contentType, contentId, content: { bytes } }) => ({
      filename,
      contentType,
      contentId,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
  };
}

const withoutDate = ({ Date: _, ...others }: OutgoingMessage['headers']): OutgoingMessage['headers'] => others;
