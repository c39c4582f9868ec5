/** Reads a collection of bounce mails outside the repository, such as that of Sisimai: `.eml` files and a `labels.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The label of one recipient. */
export interface CollectedLabel {
  /** An enhanced status code; a replacement code of the collection if the mail has none; empty if there is none at all. */
  readonly dsn: string;
  readonly reason: string;
  readonly hard: boolean;
}

/** A mail of the collection. */
export interface CollectedMail {
  readonly name: string;
  readonly raw: Buffer;
  readonly kind: 'bounce' | 'complaint' | 'automatic_reply' | 'forwarded';
  readonly labels: readonly CollectedLabel[];
}

/** A bounce forwarded by a person: it has no null sender, and quotes the reply of the server. */
const FORWARDED = 'lhost-sendmail-14.eml';

/** The mails in the folder named by `BOUNCE_MAILS`; undefined if it is not set. @throws when the folder has no labels. */
export function readCollection(): CollectedMail[] | undefined {
  const directory = process.env['BOUNCE_MAILS'] ?? '';
  if (directory === '') return undefined;
  const labels = JSON.parse(readFileSync(join(directory, 'labels.json'), 'utf8')) as Record<string, readonly CollectedLabel[]>;
  return Object.entries(labels).map(([name, labels]) => ({
    name,
    raw: readFileSync(join(directory, name)),
    kind: kindOf(name, labels),
    labels,
  }));
}

function kindOf(name: string, labels: readonly CollectedLabel[]): CollectedMail['kind'] {
  if (name === FORWARDED) return 'forwarded';
  if (labels.some(({ reason }) => reason === 'feedback')) return 'complaint';
  return labels.some(({ reason }) => reason === 'vacation') ? 'automatic_reply' : 'bounce';
}
