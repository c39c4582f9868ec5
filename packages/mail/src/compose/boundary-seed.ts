import { hash } from 'node:crypto';

/** What the boundaries of a message are made from. */
interface BoundarySource {
  readonly messageId: string;
  readonly text: string | null;
  readonly html: string | null;
}

/**
 * What tells the boundaries of a message from those of any other.
 *
 * It follows from the message, so that every attempt sends the same bytes; and from its texts, so that nobody can write a
 * boundary into a text: it would change with the text. Files are base64, in which no boundary can stand.
 */
export const boundarySeed = ({ messageId, text, html }: BoundarySource): string =>
  hash('sha256', `${messageId}\0${text ?? ''}\0${html ?? ''}`).slice(0, 32);
