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
  /** A delivery that uses the relay and ends with this evidence. */
  const deliver = (evidence: SettledEvidence): void => circuit.end(evidence, circuit.begin());
  return { clock, circuit, deliver };
}

describe('a circuit', () => {
  test('opens on a certain fault, twice as long after each failed probe, up to a minute', () => {
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

  test('lets one probe through at a time, and closes on any answer', () => {
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

  test('an aborted probe is no evidence, and the next one may start', () => {
    const { clock, circuit, deliver } = start();
    deliver(CERTAIN);
    clock.ms += 1000;
    deliver({ kind: 'nothing' });
    expect(circuit.blocking()).toBeNull();
  });

  test('failures of deliveries that were running when it opened do not extend the opening', () => {
    const { clock, circuit } = start();
    const [first, second] = [circuit.begin(), circuit.begin()];
    circuit.end(CERTAIN, first);
    clock.ms += 500;
    circuit.end(CERTAIN, second);
    expect(circuit.blocking()).toMatchObject({ probeInMs: 500 });
  });

  test('failures of deliveries that were running when it opened do not reopen it after an answer', () => {
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

  test('a relay that soon fails again is blocked for longer, but not after a minute without failures', () => {
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
    ['in failure', CERTAIN],
    ['aborted', { kind: 'nothing' }],
  ] as const)('a probe that ends %s after the circuit was closed and reopened is ignored', (_, late) => {
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

describe('circuitEvidence', () => {
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
    ['a rejection of the recipients', { kind: 'answered' }, 'health'],
    ['no connection', { reason: 'connection_refused' }, 'certain'],
    ['a certificate', { reason: 'certificate' }, 'certain'],
    ['wrong credentials', { phase: 'authenticate', reason: 'authentication' }, 'certain'],
    ['authentication required at MAIL FROM', { phase: 'mail', reason: 'authentication' }, 'likely'],
    ['authentication required at RCPT TO', { phase: 'recipient', reason: 'authentication' }, 'likely'],
    ['TLS required after the message', { phase: 'final_reply', reason: 'tls' }, 'likely'],
    ['a refused reconnection after a lost connection', { phase: 'mail', reason: 'connection_refused' }, 'certain'],
    ['too many connections', { reason: 'rate_limited' }, 'likely'],
    ['a timeout after RCPT TO', { phase: 'recipient' }, 'likely'],
    ['a timeout after the final dot', { kind: 'in_doubt', phase: 'final_reply' }, 'likely'],
    ['relaying denied', { phase: 'recipient', reason: 'relay_denied' }, 'likely'],
    ['a rejected name in EHLO', { phase: 'recipient', reason: 'helo_refused' }, 'likely'],
    ['an unverified sender', { phase: 'final_reply', reason: 'sender_refused' }, 'health'],
    ['an aborted delivery', { reason: 'interrupted' }, 'nothing'],
    ['a connection reclaimed for others', { phase: 'recipient', reason: 'slow_receiver' }, 'nothing'],
  ] as const)('%s', (_what, changes, kind) => {
    expect(circuitEvidence(report(changes), 'b.example', 0).kind).toBe(kind);
  });
});
