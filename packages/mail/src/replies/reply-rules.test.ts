import { describe, expect, test } from '@jest/globals';
import { classifyReply, findRule } from './classify-reply.ts';
import type { DeliveryPhase } from '@sendoff/core';
import { REPLY_RULES, RULE_SECTIONS } from './reply-rules.ts';
import { parseReply } from './parse-reply.ts';

describe.each(RULE_SECTIONS)('$title: every rule decides the replies that prompted it', ({ rules }) => {
  const cases = rules.flatMap((rule) => rule.replies.map((response) => ({ response, rule })));
  test.each(cases)('$response', ({ response, rule }) => {
    const reply = parseReply(response);
    if (reply === null) throw new Error(`Not a reply: ${response}`);
    expect(findRule(reply, rule.phases?.[0] ?? 'recipient')).toBe(rule);
  });
});

test('a rule that suppresses bounces, and only after RCPT TO', () => {
  for (const { verdict, phases, suppress } of REPLY_RULES) {
    if (suppress !== true) continue;
    expect(verdict).toBe('bounced');
    expect(phases?.every((phase) => ['recipient', 'data', 'final_reply'].includes(phase))).toBe(true);
  }
});

test('every refusal has a meaning at every phase', () => {
  const phases: DeliveryPhase[] = ['connect', 'authenticate', 'mail', 'recipient', 'data', 'content', 'final_reply'];
  for (const phase of phases) {
    for (let code = 400; code < 600; code += 1) {
      const { verdict } = classifyReply({ code, enhancedCode: null, text: '' }, phase);
      if (code < 500) expect(verdict).not.toBe('bounced');
    }
  }
});

test('a reply that refuses nothing is a mistake of the caller', () => {
  expect(() => classifyReply({ code: 250, enhancedCode: null, text: 'OK' }, 'final_reply')).toThrow(RangeError);
});

test('no hostile text makes a rule search for ever', () => {
  const text = `${'user mailbox account recipient address '.repeat(2000)}${'a'.repeat(20_000)}`;
  // The time of the processor, which does not pass faster on a busy machine; a search gone wrong takes minutes of it.
  const start = process.cpuUsage();
  for (const code of [450, 550]) classifyReply({ code, enhancedCode: null, text }, 'recipient');
  expect(process.cpuUsage(start).user).toBeLessThan(10e6);
});
