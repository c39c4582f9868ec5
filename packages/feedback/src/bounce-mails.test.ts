import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EXCHANGE, EXIM, complaint, POSTFIX, QMAIL } from '../test/bounce-mails.ts';
import { parseFeedback } from './parse-feedback.ts';
import { SAMPLE_MAILS, readCollection, type MailLabel } from './testing/index.ts';

/** As the server of return paths reads a bounce. */
const NULL_SENDER = '';

/** The fields that a label speaks of, as a report holds them. */
function expectedOf(label: MailLabel): object {
  if (label.kind !== 'delivery') return label;
  const recipients = label.recipients.map(({ addresses, action, ...said }) => ({
    ...{ addresses, action },
    ...{ enhancedCode: said.enhancedCode ?? null, replyCode: said.replyCode ?? null, saidAtRcpt: said.saidAtRcpt ?? null },
  }));
  return { kind: 'delivery', recipients };
}

describe('a bounce mail', () => {
  test.each(SAMPLE_MAILS.map((mail) => [mail.name, mail] as const))('%s is read as its label says', async (_, mail) => {
    const { raw, sender, label } = mail;
    expect(await parseFeedback(raw, sender)).toMatchObject(expectedOf(label));
    // Only what a person forwards is told by its sender.
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
    test('has its recipients named in 98 of 100 bounces', async () => {
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

    test('has its enhanced status codes read in 95 of 100 bounces that carry one', async () => {
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

    test('has all its complaints recognised', async () => {
      expect(ofKind('complaint').length).toBeGreaterThan(8);
      for (const { name, raw } of ofKind('complaint'))
        expect({ name, ...(await parseFeedback(raw)) }).toMatchObject({ name, kind: 'complaint' });
    });

    test('has no bounce in what a person forwards', async () => {
      for (const { raw } of ofKind('forwarded'))
        expect(await parseFeedback(raw, 'ada@example.com')).toMatchObject({ kind: 'unrecognised' });
    });

    test('has its automatic replies taken for nothing else', async () => {
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

/** Milliseconds that one mail may take. */
const MAX_MS = 50;

/** Milliseconds of the processor, the fewest of some tries: what else the machine does at the moment does not count. */
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

test(`no mail takes more than ${String(MAX_MS)} ms, nor one that is made to`, async () => {
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

/** `FUZZ_MUTATIONS` says how many. */
const MUTATIONS = Number(process.env['FUZZ_MUTATIONS'] ?? 1000);

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
