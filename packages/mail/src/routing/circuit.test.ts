import { describe, expect, test } from '@jest/globals';
import { circuitEvidence } from './circuit-evidence.ts';
import { openCircuit, type SettledEvidence } from './circuit.ts';
import type { RelayOutcome } from '@sendoff/core';

const fault = { reason: 'timeout', message: 'Timeout', at: 0 } as const;
const CERTAIN: SettledEvidence = { kind: 'certain', fault };
const HEALTH: SettledEvidence = { kind: 'health' };

function start() {
  const clock = { ms: 0 };
  const circuit = openCircuit(() => clock.ms);
  /** One delivery that gets the relay and ends so. */
  const deliver = (evidence: SettledEvidence): void => circuit.end(evidence, circuit.begin());
  return { clock, circuit, deliver };
}

describe('a circuit', () => {
  test('opens at once on certain fault, for longer each time its probe fails, for a minute at most', () => {
    const { clock, circuit, deliver } = start();
    deliver(CERTAIN);
    const times = Array.from({ length: 9 }, () => {
      const { probeInMs = NaN } = circuit.blocking() ?? {};
      clock.ms += probeInMs - 1;
      expect(circuit.blocking()).not.toBeNull();
      clock.ms += 1;
      expect(circuit.blocking()).toBeNull();
      deliver(CERTAIN);
      return probeInMs;
    });
    expect(times).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test('lets one probe through at a time, and is closed by any answer', () => {
    const { clock, circuit, deliver } = start();
    deliver(CERTAIN);
    clock.ms += 1000;
    const probe = circuit.begin();
    expect(probe.opening).not.toBeNull();
    clock.ms += 4999;
    expect(circuit.blocking()).toMatchObject({ probeInMs: 0 });
    circuit.end(HEALTH, probe);
    expect(circuit.blocking()).toBeNull();
    expect(circuit.begin().opening).toBeNull();
  });

  test('a probe that was given up says nothing, and the next one may go', () => {
    const { clock, circuit, deliver } = start();
    deliver(CERTAIN);
    clock.ms += 1000;
    deliver({ kind: 'nothing' });
    expect(circuit.blocking()).toBeNull();
  });

  test('deliveries that were under way when it opened do not open it any longer', () => {
    const { clock, circuit } = start();
    const [first, second] = [circuit.begin(), circuit.begin()];
    circuit.end(CERTAIN, first);
    clock.ms += 500;
    circuit.end(CERTAIN, second);
    expect(circuit.blocking()).toMatchObject({ probeInMs: 500 });
  });

  test('nor do they open it again once another one was answered', () => {
    const { clock, circuit } = start();
    const [first, answered, late] = [circuit.begin(), circuit.begin(), circuit.begin()];
    clock.ms += 10;
    circuit.end(CERTAIN, first);
    circuit.end(HEALTH, answered);
    circuit.end(CERTAIN, late);
    expect(circuit.blocking()).toBeNull();
    circuit.end(CERTAIN, circuit.begin());
    expect(circuit.blocking()).toMatchObject({ probeInMs: 2000 });
  });

  test('a relay that fails again soon is left alone for longer, one that was well for a minute is not', () => {
    const { clock, circuit, deliver } = start();
    const failFor = () => {
      deliver(CERTAIN);
      const { probeInMs = NaN } = circuit.blocking() ?? {};
      clock.ms += probeInMs;
      deliver(HEALTH);
      return probeInMs;
    };
    expect([failFor(), failFor(), failFor()]).toEqual([1000, 2000, 4000]);
    clock.ms += 60_000;
    expect(failFor()).toBe(1000);
  });

  test.each([
    ['in trouble', CERTAIN],
    ['given up', { kind: 'nothing' }],
  ] as const)('a probe that ends %s when the circuit was closed and has opened again speaks of an earlier time', (_, late) => {
    const { clock, circuit, deliver } = start();
    deliver(CERTAIN);
    clock.ms += 1000;
    const hung = circuit.begin();
    clock.ms += 5000;
    deliver(HEALTH);
    deliver(CERTAIN);
    clock.ms += 1500;
    circuit.end(late, hung);
    expect(circuit.blocking()).toMatchObject({ probeInMs: 500 });
    clock.ms += 500;
    const probe = circuit.begin();
    circuit.end(late, hung);
    expect(circuit.blocking()).toMatchObject({ probeInMs: 0 });
    circuit.end(CERTAIN, probe);
    expect(circuit.blocking()).toMatchObject({ probeInMs: 4000 });
  });
});

describe('what a report says about its relay', () => {
  const report = (changes: object) =>
    ({
      kind: 'relay_error',
      phase: 'connect',
      reason: 'timeout',
      message: 'm',
      recipients: [],
      ...changes,
    }) as unknown as RelayOutcome;

  test.each([
    ['a refusal of the recipients', { kind: 'answered' }, 'health'],
    ['no connection', { reason: 'connection_refused' }, 'certain'],
    ['a certificate', { reason: 'certificate' }, 'certain'],
    ['wrong credentials', { phase: 'authenticate', reason: 'authentication' }, 'certain'],
    ['credentials asked for at MAIL FROM', { phase: 'mail', reason: 'authentication' }, 'likely'],
    ['credentials asked for at RCPT TO', { phase: 'recipient', reason: 'authentication' }, 'likely'],
    ['TLS asked for after the message', { phase: 'final_reply', reason: 'tls' }, 'likely'],
    ['no connection in place of one that was lost', { phase: 'mail', reason: 'connection_refused' }, 'certain'],
    ['too many connections', { reason: 'rate_limited' }, 'likely'],
    ['silence after RCPT TO', { phase: 'recipient' }, 'likely'],
    ['silence after the final dot', { kind: 'in_doubt', phase: 'final_reply' }, 'likely'],
    ['relaying denied', { phase: 'recipient', reason: 'relay_denied' }, 'likely'],
    ['a name in EHLO that is refused', { phase: 'recipient', reason: 'helo_refused' }, 'likely'],
    ['a sender that is not verified', { phase: 'final_reply', reason: 'sender_refused' }, 'health'],
    ['a delivery given up', { reason: 'interrupted' }, 'nothing'],
    ['a delivery broken off for others', { phase: 'recipient', reason: 'slow_receiver' }, 'nothing'],
  ] as const)('%s', (_what, changes, kind) => {
    expect(circuitEvidence(report(changes), 'b.example', 0).kind).toBe(kind);
  });
});
