/**
 * The SMTP server that counts deliveries. It runs in its own process, so that counting does not slow down the test and so that it
 * can be stopped like a hung machine.
 *
 *   node sink-process.js SEED
 */
import { openFront, type Front } from '@sendoff/testkit/open-front';
import { startScriptedRelay, type ReceivedMessage, type ScriptedRelay } from '@sendoff/testkit/scripted-relay';
import { seededRandom } from '../seeded-random.ts';
import { followRules } from './follow-rules.ts';
import type { Arrival, SinkBehaviour, SinkRequest } from './sink-rules.ts';

const random = seededRandom('sink', process.argv[2] ?? '');
const arrivals = new Map<string, Arrival>();
let behaviour: SinkBehaviour = {};
let relay: ScriptedRelay | undefined;
let front: Front | undefined;
let total = 0;
let acted = 0;

function arrived({ envelope, raw, at }: ReceivedMessage): void {
  const messageId = /^Message-ID: (<.+>)\r$/m.exec(raw.toString('latin1'))?.[1] ?? 'without Message-ID';
  for (const recipient of envelope.to) {
    const key = `${messageId} ${recipient}`;
    const before = arrivals.get(key);
    arrivals.set(key, { messageId, recipient, firstAt: before?.firstAt ?? at, count: (before?.count ?? 0) + 1 });
    total += 1;
  }
}

const script = () => followRules(behaviour, random, { arrived, acted: () => (acted += 1) });

async function answer(request: SinkRequest): Promise<unknown> {
  switch (request.do) {
    case 'listen':
      relay = await startScriptedRelay(script(), behaviour.mayVanish === true ? 0 : request.port);
      if (behaviour.mayVanish === true) front = await openFront(request.port, relay.port);
      return request.port;
    case 'behave':
      behaviour = request.behaviour;
      relay?.follow(script());
      return null;
    case 'close':
      await front?.close();
      await relay?.close();
      return null;
    case 'vanish':
      acted += front?.vanish() ?? 0;
      return null;
    case 'come_back':
      front?.comeBack();
      return null;
    case 'count':
      return total;
    case 'count_acts':
      return acted;
    case 'report':
      return [...arrivals.values()];
  }
}

process.on('message', (request: SinkRequest) => {
  void answer(request).then((value) => process.send?.({ id: request.id, value }));
});
// The preload that ties this process to its parent unreferences the channel; this program must stay alive for requests.
process.channel?.ref();
process.on('SIGTERM', () => process.exit(0));
