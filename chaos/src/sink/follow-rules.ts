/** Turns sink rules into a script for the test relay. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedMessage, RelayScript, ScriptedAction } from '@sendoff/testkit/scripted-relay';
import type { Random } from '../seeded-random.ts';
import { CREDENTIALS, type SinkBehaviour, type SinkRule, type SinkStage } from './sink-rules.ts';

/** The script. `arrived` is called at the final dot of each message that is not rejected, `acted` whenever a rule applies. */
export function followRules(
  behaviour: SinkBehaviour,
  random: Random,
  { arrived, acted }: { readonly arrived: (message: ReceivedMessage) => void; readonly acted: () => void },
): RelayScript {
  const rules = (behaviour.rules ?? []).map((rule) => ({ ...rule, left: rule.atMost ?? Infinity }));
  const firstTries = new Map<string, number>();

  function act(stage: SinkStage, recipient = ''): ScriptedAction {
    for (const rule of rules) {
      if (rule.stage !== stage || rule.left === 0 || !fits(rule, recipient) || random.next() >= rule.share) continue;
      rule.left -= 1;
      acted();
      return rule.action;
    }
    return undefined;
  }

  function greylist(recipient: string): ScriptedAction {
    if (behaviour.greylistMs === undefined) return undefined;
    const now = Date.now();
    const first = firstTries.get(recipient) ?? now;
    firstTries.set(recipient, first);
    return now - first < behaviour.greylistMs
      ? { code: 451, message: '4.7.1 Greylisting in action, try again later' }
      : undefined;
  }

  return {
    ...(behaviour.encryptedAndAuthenticated === true && { tls: 'starttls', credentials: CREDENTIALS }),
    connect: () => act('connect'),
    ehlo: () => act('ehlo'),
    startTls: () => act('startTls'),
    auth: () => act('auth'),
    mail: () => act('mail'),
    rcpt: ({ to }) => act('rcpt', to) ?? greylist(to),
    data: () => act('data'),
    content: () => {
      const action = act('content');
      return typeof action === 'object' ? undefined : action;
    },
    end: async (message) => {
      const action = act('end');
      if (typeof action !== 'object') arrived(message);
      if (behaviour.thinkMs !== undefined) await sleep(behaviour.thinkMs);
      return action;
    },
  };
}

const fits = ({ localPartsEndingIn }: SinkRule, recipient: string): boolean =>
  localPartsEndingIn === undefined || (recipient.split('@')[0] ?? '').endsWith(localPartsEndingIn);
