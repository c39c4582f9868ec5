import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EXCHANGE, EXIM, complaint, POSTFIX, QMAIL } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';
import { SAMPLE_MAILS, readCollection, type MailLabel } from './testing/index.ts';

/** The sender with which the feedback server receives a bounce. */
const NULL_SENDER = '';

/** The fields of a report that a label defines. */
function expectedOf(label: MailLabel): object {
  if (label.kind !== 'delivery') return label;
  const recipients = label.recipients.map(({ addresses, action, ...said }) => ({
    ...{ addresses, action },
    ...{ enhancedCode: said.enhancedCode ?? null, replyCode: said.replyCode ?? null, saidAtRcpt: said.saidAtRcpt ?? null },
  }));
  return { kind: 'delivery', recipients };
}

describe('a bounce mail', () => {
  test.each(SAMPLE_MAILS.map((mail) => [mail.name, mail] as const))('%s is parsed as its label says', async (_, mail) => {
    const { raw, sender, label } = mail;
    expect(await parseFeedback(raw, sender)).toMatchObject(expectedOf(label));
    // Only a forwarded bounce depends on its sender.
    if (label.kind !== 'unrecognised') expect(await parseFeedback(raw)).toMatchObject(expectedOf(label));
  });

  test('in test/mails has a label', () => {
    const files = readdirSync(join(import.meta.dirname, '../test/mails')).filter((name) => name.endsWith('.eml'));
    expect(SAMPLE_MAILS.map(({ name }) => name).sort()).toEqual(files.sort());
  });
});

const COLLECTION = readCollection();

if (COLLECTION !== undefined) {
  const ofKind = (wanted: (typeof COLLECTION)[number]['kind']) => COLLECTION.filter(({ kind }) => kind === wanted);
  const bounces = ofKind('bounce');

  describe('the collection that BOUNCE_MAILS names', () => {
    test('yields the recipients of at least 98 % of its bounces', async () => {
      const missed: string[] = [];
      for (const { name, raw, labels } of bounces) {
        const report = await parseFeedback(raw, NULL_SENDER);
        const named = report.kind === 'delivery' ? report.recipients.filter(({ addresses }) => addresses.length > 0) : [];
        const text = raw.toString('latin1').toLowerCase();
        const isReal = named.every(({ addresses }) => text.includes((addresses[0] ?? '').split('@')[0] ?? ''));
        if (!isReal || named.length < new Set(labels.map((label) => JSON.stringify(label))).size) missed.push(name);
      }
      expect(bounces.length).toBeGreaterThan(240);
      expect({ missed, share: 1 - missed.length / bounces.length >= 0.98 }).toMatchObject({ share: true });
    });

    test('yields at least 95 % of the enhanced status codes that its bounces contain', async () => {
      let carried = 0;
      const missed: string[] = [];
      for (const { name, raw, labels } of bounces) {
        const report = await parseFeedback(raw, NULL_SENDER);
        const found = report.kind === 'delivery' ? report.recipients.map(({ enhancedCode }) => enhancedCode) : [];
        const text = raw.toString('latin1');
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

    test('yields all of its complaints', async () => {
      expect(ofKind('complaint').length).toBeGreaterThan(8);
      for (const { name, raw } of ofKind('complaint'))
        expect({ name, ...(await parseFeedback(raw)) }).toMatchObject({ name, kind: 'complaint' });
    });

    test('yields no bounce for a forwarded bounce', async () => {
      for (const { raw } of ofKind('forwarded'))
        expect(await parseFeedback(raw, 'ada@example.com')).toMatchObject({ kind: 'unrecognised' });
    });

    test('yields all of its automatic replies as such', async () => {
      for (const { name, raw } of ofKind('automatic_reply')) {
        for (const sender of [NULL_SENDER, undefined])
          expect({ name, ...(await parseFeedback(raw, sender)) }).toEqual({ name, kind: 'automatic_reply' });
      }
    });
  });
}

const SAMPLES = [
  ...[...SAMPLE_MAILS, ...(COLLECTION ?? [])].map(({ raw }) => raw),
  ...[POSTFIX, EXIM, QMAIL, EXCHANGE, complaint('abuse', 'Original-Rcpt-To: ada@example.com')],
];

/** Milliseconds of CPU time that one mail may take. */
const MAX_MS = 50;

/** The least CPU time of several tries in milliseconds, to ignore other load of the machine. */
async function quickest(raw: Uint8Array): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 20 && best > MAX_MS; tries += 1) {
    const begun = process.cpuUsage();
    await parseFeedback(raw);
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

test(`parsing takes at most ${String(MAX_MS)} ms, even for crafted mails`, async () => {
  const long = [
    Buffer.from(`Subject: failure notice\r\n\r\n${'<a@b>: '.repeat(100_000)}`),
    Buffer.from(`Subject: failure notice\r\n\r\n${'a'.repeat(500_000)}@`),
    Buffer.from(`Subject: failure notice\r\nFrom: MAILER-DAEMON@x\r\n\r\n${'delivered to '.repeat(40_000)}`),
    Buffer.from(`Subject: undeliverable\r\nContent-Type: text/html\r\n\r\n${'<p '.repeat(100_000)}`),
    Buffer.from(`X-Failed-Recipients: ${'a@b.example, '.repeat(20_000)}\r\n\r\n${'a@b.example\n'.repeat(20_000)}`),
    Buffer.from(`Content-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822;a@b.c\n\n'.repeat(10_000)}`),
    Buffer.concat([POSTFIX, Buffer.alloc(3_000_000, 'x')]),
  ];
  for (const [n, raw] of [...SAMPLES, ...long].entries()) {
    const ms = await quickest(raw);
    expect({ n, ms, quick: ms <= MAX_MS }).toMatchObject({ quick: true });
  }
}, 60_000);

/** The number of mutated mails, from `FUZZ_MUTATIONS`. */
const MUTATIONS = Number(process.env['FUZZ_MUTATIONS'] ?? 1000);

test(`parsing never throws, even for ${String(MUTATIONS)} corrupted mails`, async () => {
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

/** Returns a copy with bytes changed, and lines removed, doubled or truncated. */
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

/** A deterministic random generator in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
