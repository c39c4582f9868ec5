/** Small html that is slow to convert to text: nested elements that each prefix every line inside them. */
import type { Attack, Count, RunningAttack, Target } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runLanes } from '../attacker/run-lanes.ts';
import { emailTo } from './attack-email.ts';

const LINES = 'x<br>'.repeat(4000);
/** About 23 KB each. */
const BODIES = [
  `${'<blockquote>'.repeat(280)}${LINES}`,
  `${'<ul><li>'.repeat(280)}${LINES}`,
  `${'<table><tr><td>'.repeat(140)}${LINES}`,
  `${'<blockquote><ol><li>'.repeat(100)}${'<p>x'.repeat(4000)}`,
];
const IN_A_BATCH = 100;
const LANES = 4;

const email = (nth: number): object => ({ ...emailTo(`reader-${String(nth)}`), html: BODIES[nth % BODIES.length] });

const posting =
  (path: string, bodyOf: (nth: number) => object) =>
  ({ apiUrl, address, keys }: Target, count: Count): RunningAttack => {
    const client = openHttpClient(apiUrl, address);
    return runLanes(LANES, count, async (nth, signal) => {
      count(String((await client.call({ path, key: keys.test, body: bodyOf(nth), signal })).status));
    });
  };

export const htmlToText: Attack = {
  name: 'html-to-text',
  title: 'html of 23 KB that nests 280 deep, without a text',
  begin: posting('/emails', email),
};

export const htmlToTextBatch: Attack = {
  name: 'html-to-text-batch',
  title: 'the same, with a hundred emails in each request',
  begin: posting('/emails/batch', (nth) => Array.from({ length: IN_A_BATCH }, (_, index) => email(nth + index))),
};
