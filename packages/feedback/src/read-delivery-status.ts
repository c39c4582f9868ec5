/** Delivery status notifications (RFC 3464, and RFC 6533 for addresses outside ASCII). */
import { describeReply, type SaidOfRecipient } from './describe-reply.ts';
import type { DeliveryAction, RecipientReport } from './feedback-report.ts';
import { readTypedAddress } from './read-address.ts';
import { firstOf, readFieldBlocks, type Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';
import { enhancedCodeIn } from './status-code.ts';
import { beforeOriginal } from './text/before-original.ts';
import { readSections } from './text/read-sections.ts';

const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const satisfies readonly DeliveryAction[];
/** Where a report names the recipient: whom it failed for, then whom it was sent to first. */
const ADDRESS_FIELDS = ['final-recipient', 'x-actual-recipient', 'original-recipient'] as const;

/** Recipients that are read of one report: more than an email of ours has, and few enough to be read within milliseconds. */
const MOST_REPORTS = 100;

/** What the notification in a message says of each recipient; empty when it holds none. */
export function readDeliveryStatus(mail: ReadMail): RecipientReport[] {
  const declared = mail.parts.filter(({ type }) => STATUS_TYPES.has(type)).map(({ content }) => content);
  // Some servers write the fields into their words.
  const texts = declared.length > 0 ? declared : /^final-recipient/im.test(mail.text) ? [mail.text] : [];
  const blocks = texts
    .flatMap(readFieldBlocks)
    .filter((block) => ADDRESS_FIELDS.some((name) => block.has(name)))
    .slice(0, MOST_REPORTS);
  const reports = blocks.map((block) => ({ block, addresses: addressesOf(block) }));
  const sections = readSections(
    mail.text,
    reports.flatMap(({ addresses }) => addresses),
  );
  return reports.map(({ block, addresses }) => {
    const lines = sections.about(addresses);
    return readBlock(block, addresses, { lines, words: reports.length === 1 ? beforeOriginal(mail.text) : lines });
  });
}

function readBlock(block: Fields, addresses: readonly string[], told: Pick<SaidOfRecipient, 'lines' | 'words'>): RecipientReport {
  const status = enhancedCodeIn(firstOf(block, 'status') ?? '');
  const said = (block.get('diagnostic-code') ?? []).map((value) => value.replace(/^\s*[\w-]{1,20}\s*;\s*/, '').trim());
  const diagnostic = said.find((text) => text !== '') ?? null;
  const word = (firstOf(block, 'action') ?? '').toLowerCase();
  const action = ACTIONS.find((one) => word.startsWith(one)) ?? (status?.startsWith('2.') === true ? 'delivered' : 'failed');
  return { addresses, action, ...describeReply({ status, diagnostic, ...told }) };
}

const addressesOf = (block: Fields): string[] => [
  ...new Set(ADDRESS_FIELDS.flatMap((name) => (block.get(name) ?? []).flatMap((value) => readTypedAddress(value) ?? []))),
];
