/** All attacks in the order in which they run: those with large bodies last, since memory is not released immediately. */
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

/** @throws {RangeError} with the names of all attacks */
export function findAttack(name: string): Attack {
  const found = ATTACKS.find((attack) => attack.name === name);
  if (found !== undefined) return found;
  throw new RangeError(`Unknown attack "${name}". Available: ${ATTACKS.map((attack) => attack.name).join(', ')}.`);
}
