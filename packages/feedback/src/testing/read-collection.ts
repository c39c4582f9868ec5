/** A collection of bounce mails that is no part of the repository, such as Sisimai's: `.eml` files and a `labels.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the collection says of one recipient. */
export interface CollectedLabel {
  /** An enhanced status code; the collection's own where the mail carries none, and empty where there is none at all. */
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

/** A bounce that a person forwards: it has no null sender, and quotes what the server said. */
const FORWARDED = 'lhost-sendmail-14.eml';

/** The mails in the folder that `BOUNCE_MAILS` names; undefined where it names none. Throws where the folder has no labels. */
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
