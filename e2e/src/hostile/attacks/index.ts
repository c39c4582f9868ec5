/** Every attack, in the order in which they are made: those with large bodies last, since memory is not given back at once. */
import type { Attack } from '../attack.ts';
import { flood, floodOfBatches, floodOfFiles, floodOfSmtp } from './floods.ts';
import { htmlToText, htmlToTextBatch } from './html-to-text.ts';
import { hungWebhooks } from './hung-webhooks.ts';
import { jsonDepth, jsonEmptyValues } from './json-tokens.ts';
import { garbageImport, listReaders, pipelinedReads, unreadAnswers } from './lists.ts';
import { noAttack } from './no-attack.ts';
import { droppedConnections, refusedRecipients } from './refusing-mailboxes.ts';
import { slowAttachments } from './slow-attachments.ts';
import { announcedBodies, idleConnections, slowHeaders, slowSmallBodies } from './slow-connections.ts';
import { smtpAddresses, smtpBlankLines, smtpParts } from './smtp-messages.ts';
import { smtpConnections, smtpEndlessData, smtpEndlessNoop } from './smtp-sessions.ts';
import { wrongKeys } from './wrong-keys.ts';

export const ATTACKS: readonly Attack[] = [
  noAttack,
  wrongKeys,
  idleConnections,
  slowHeaders,
  slowSmallBodies,
  announcedBodies,
  smtpConnections,
  smtpEndlessNoop,
  refusedRecipients,
  droppedConnections,
  slowAttachments,
  hungWebhooks,
  listReaders,
  unreadAnswers,
  pipelinedReads,
  jsonDepth,
  htmlToText,
  htmlToTextBatch,
  smtpAddresses,
  smtpParts,
  smtpBlankLines,
  flood,
  floodOfSmtp,
  floodOfBatches,
  garbageImport,
  smtpEndlessData,
  floodOfFiles,
  jsonEmptyValues,
];

/** @throws {RangeError} naming those that there are. */
export function findAttack(name: string): Attack {
  const found = ATTACKS.find((attack) => attack.name === name);
  if (found !== undefined) return found;
  throw new RangeError(`There is no attack "${name}"; there are: ${ATTACKS.map((attack) => attack.name).join(', ')}.`);
}
