/** Parses delivery status notifications (RFC 3464, and RFC 6533 for addresses outside ASCII). */
import { describeReply, type SaidOfRecipient } from './describe-reply.ts';
import type { DeliveryAction, RecipientReport } from './feedback-report.ts';
import { readAddress, readTypedAddress } from './read-address.ts';
import { firstOf, readFieldBlocks, type Fields } from './read-fields.ts';
import type { ReadMail } from './read-mail.ts';
import { enhancedCodeIn } from './status-code.ts';
import { beforeOriginal } from './text/before-original.ts';
import { isDelay } from './text/is-delay.ts';
import { readSections } from './text/read-sections.ts';

const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const satisfies readonly DeliveryAction[];
/**
 * The fields that name the recipient: first the address that failed, then the original one. Sendmail puts the target of an alias
 * into the first.
 */
const ADDRESS_FIELDS = ['x-actual-recipient', 'final-recipient', 'original-recipient'] as const;

/** Recipients that are parsed from one report, few enough for some milliseconds. */
const MAX_REPORTS = 100;

/** What the DSN in a message says about each recipient; empty without a DSN. */
export function readDeliveryStatus(mail: ReadMail): RecipientReport[] {
  return readTexts(
    mail,
    mail.parts.filter(({ type }) => STATUS_TYPES.has(type)).map(({ content }) => content),
  );
}

/** The same for a message whose server writes the DSN fields into its text. */
export function readWrittenStatus(mail: ReadMail): RecipientReport[] {
  return /^final-recipient/im.test(mail.text) ? readTexts(mail, [mail.text]) : [];
}

function readTexts(mail: ReadMail, texts: readonly string[]): RecipientReport[] {
  const blocks = texts
    .flatMap(readFieldBlocks)
    .filter((block) => ADDRESS_FIELDS.some((name) => block.has(name)))
    .slice(0, MAX_REPORTS);
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
  const action = ACTIONS.find((one) => word.startsWith(one)) ?? actionWithoutField(status, told.words ?? '');
  const refused = addressRefused(diagnostic ?? '');
  return {
    addresses: refused === null ? addresses : [...new Set([refused, ...addresses])],
    action,
    ...describeReply({ status, diagnostic, ...told }),
  };
}

/**
 * The address that a reply calls nonexistent. It can differ from the recipient when a server checks the targets of its own
 * forwards.
 */
function addressRefused(diagnostic: string): string | null {
  const [, address] = /^5\d\d[ -]5\.1\.(?:1|6|10) <([^<>\s]{1,320})>(?::|\.\.\.)/.exec(diagnostic) ?? [];
  return address === undefined ? null : readAddress(address);
}

/** The action of a report without that field, though it is required (RFC 3464 section 2.3.3). */
function actionWithoutField(status: string | null, words: string): DeliveryAction {
  if (status?.startsWith('2.') === true) return 'delivered';
  return status?.startsWith('5.') !== true && isDelay(words) ? 'delayed' : 'failed';
}

const addressesOf = (block: Fields): string[] => [
  ...new Set(ADDRESS_FIELDS.flatMap((name) => (block.get(name) ?? []).flatMap((value) => readTypedAddress(value) ?? []))),
];
