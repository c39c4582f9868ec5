/**
 * Real bounce mails, where they are: `../shared/data/bounces` beside the repository, or `BOUNCE_MAILS`. They are of
 * Sisimai's (BSD), which labels them with a code, a reply and a reason, and
 * are not part of the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EXCHANGE, EXIM, complaint, POSTFIX, QMAIL } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';

interface Label {
  /** An enhanced status code; Sisimai's own where the mail carries none. */
  readonly dsn: string;
  readonly reason: string;
}

const DIRECTORY = resolve(process.env['BOUNCE_MAILS'] ?? join(import.meta.dirname, '../../../../shared/data/bounces'));
const IS_THERE = existsSync(join(DIRECTORY, 'labels.json'));
if (!IS_THERE) process.stderr.write(`The real bounce mails are not at ${DIRECTORY}: the tests over them are left out.\n`);

const LABELS = IS_THERE
  ? (JSON.parse(readFileSync(join(DIRECTORY, 'labels.json'), 'utf8')) as Record<string, readonly Label[]>)
  : {};
const read = (name: string): Buffer => readFileSync(join(DIRECTORY, name));
const ofKind = (isOfKind: (labels: readonly Label[]) => boolean) =>
  Object.entries(LABELS).flatMap(([name, labels]) => (isOfKind(labels) ? [{ name, labels }] : []));
/** A bounce that a person forwards: it has no null sender, and quotes what the server said. */
const FORWARDED = 'lhost-sendmail-14.eml';
const BOUNCES = ofKind((labels) => labels.every(({ reason }) => reason !== 'feedback' && reason !== 'vacation')).filter(
  ({ name }) => name !== FORWARDED,
);
/** As the server of return paths reads a bounce. */
const NULL_SENDER = '';

/** Milliseconds that one mail may take. */
const MOST_MS = 50;
const OWN = [POSTFIX, EXIM, QMAIL, EXCHANGE, complaint('abuse', 'Original-Rcpt-To: ada@example.com')];

(IS_THERE ? describe : describe.skip)('real bounce mails', () => {
  test('name their recipients in 98 of 100', async () => {
    const missed: string[] = [];
    for (const { name, labels } of BOUNCES) {
      const report = await parseFeedback(read(name), NULL_SENDER);
      const named = report.kind === 'delivery' ? report.recipients.filter(({ addresses }) => addresses.length > 0) : [];
      const text = read(name).toString('latin1').toLowerCase();
      const isReal = named.every(({ addresses }) => text.includes((addresses[0] ?? '').split('@')[0] ?? ''));
      if (!isReal || named.length < new Set(labels.map((label) => JSON.stringify(label))).size) missed.push(name);
    }
    expect(BOUNCES.length).toBeGreaterThan(240);
    expect({ missed, share: 1 - missed.length / BOUNCES.length >= 0.98 }).toMatchObject({ share: true });
  });

  test('give up their enhanced status codes in 95 of 100 that carry one', async () => {
    let carried = 0;
    const missed: string[] = [];
    for (const { name, labels } of BOUNCES) {
      const report = await parseFeedback(read(name), NULL_SENDER);
      const found = report.kind === 'delivery' ? report.recipients.map(({ enhancedCode }) => enhancedCode) : [];
      const text = read(name).toString('latin1');
      for (const { dsn } of labels) {
        // eslint-disable-next-line security/detect-non-literal-regexp -- The label is digits and dots.
        if (dsn === '' || !new RegExp(`(?<![\\d.])${dsn.replaceAll('.', '\\.')}(?![\\d.]*\\d)`).test(text)) continue;
        carried += 1;
        if (!found.includes(dsn)) missed.push(`${name} ${dsn}`);
      }
    }
    expect(carried).toBeGreaterThan(190);
    expect({ missed, share: 1 - missed.length / carried >= 0.95 }).toMatchObject({ share: true });
  });

  test('that are complaints are all recognised', async () => {
    const complaints = ofKind((labels) => labels.some(({ reason }) => reason === 'feedback'));
    expect(complaints.length).toBeGreaterThan(8);
    for (const { name } of complaints)
      expect({ name, ...(await parseFeedback(read(name))) }).toMatchObject({ name, kind: 'complaint' });
  });

  test('that a person forwards are none', async () => {
    expect(await parseFeedback(read(FORWARDED), 'ada@example.com')).toMatchObject({ kind: 'unrecognised' });
  });

  test('that are answers of machines are taken for nothing else', async () => {
    for (const { name } of ofKind((labels) => labels.some(({ reason }) => reason === 'vacation'))) {
      for (const sender of [NULL_SENDER, undefined])
        expect({ name, ...(await parseFeedback(read(name), sender)) }).toEqual({ name, kind: 'automatic_reply' });
    }
  });
});

/** Real mails, or else the own ones. */
const SAMPLES = IS_THERE
  ? readdirSync(DIRECTORY)
      .filter((name) => name.endsWith('.eml'))
      .map(read)
  : OWN;

/** Milliseconds of the processor, the fewest of some tries: what else the machine does at the moment does not count. */
async function quickest(raw: Uint8Array): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 20 && best > MOST_MS; tries += 1) {
    const begun = process.cpuUsage();
    await parseFeedback(raw);
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

test(`no mail takes more than ${String(MOST_MS)} ms, nor one that is made to`, async () => {
  const long = [
    Buffer.from(`Subject: failure notice\r\n\r\n${'<a@b>: '.repeat(100_000)}`),
    Buffer.from(`Subject: failure notice\r\n\r\n${'a'.repeat(500_000)}@`),
    Buffer.from(`Subject: failure notice\r\nFrom: MAILER-DAEMON@x\r\n\r\n${'delivered to '.repeat(40_000)}`),
    Buffer.from(`Subject: undeliverable\r\nContent-Type: text/html\r\n\r\n${'<p '.repeat(100_000)}`),
    Buffer.from(`X-Failed-Recipients: ${'a@b.example, '.repeat(20_000)}\r\n\r\n${'a@b.example\n'.repeat(20_000)}`),
    Buffer.from(`Content-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822;a@b.c\n\n'.repeat(10_000)}`),
    Buffer.concat([POSTFIX, Buffer.alloc(3_000_000, 'x')]),
  ];
  for (const [n, raw] of [...SAMPLES, ...OWN, ...long].entries()) {
    const ms = await quickest(raw);
    expect({ n, ms, quick: ms <= MOST_MS }).toMatchObject({ quick: true });
  }
}, 60_000);

const MUTATIONS = 10_000;

test(`no mail crashes the reader, nor do ${String(MUTATIONS)} that are spoilt`, async () => {
  const random = seeded(20_261_124);
  for (let n = 0; n < MUTATIONS; n += 1) {
    const sample = SAMPLES[Math.floor(random() * SAMPLES.length)] ?? POSTFIX;
    const report = await parseFeedback(spoil(sample, random));
    expect(['delivery', 'complaint', 'automatic_reply', 'unrecognised']).toContain(report.kind);
    if (report.kind !== 'delivery') continue;
    expect(report.recipients.length).toBeGreaterThan(0);
    for (const { addresses } of report.recipients) for (const address of addresses) expect(address).toMatch(/^[^\s@]+@[^\s@]+$/u);
  }
}, 300_000);

/** Some bytes changed, some lines lost, doubled or cut off. */
function spoil(sample: Buffer, random: () => number): Buffer {
  const lines = sample.toString('latin1').split('\n');
  for (let n = 0; n < 1 + random() * 4; n += 1) {
    const at = Math.floor(random() * lines.length);
    const line = lines[at] ?? '';
    const kind = Math.floor(random() * 6);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, ...lines.slice(at, at + 1 + Math.floor(random() * 20)));
    else if (kind === 2) lines.length = at;
    else if (kind === 3) lines[at] = line.slice(0, Math.floor(random() * line.length));
    else if (kind === 4)
      lines[at] = line + String.fromCharCode(Math.floor(random() * 256)).repeat(1 + Math.floor(random() * 2000));
    else
      lines[at] = line.replace(/[^\s]/g, (character) =>
        random() < 0.1 ? String.fromCharCode(Math.floor(random() * 256)) : character,
      );
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}

/** The same numbers in [0, 1) for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
