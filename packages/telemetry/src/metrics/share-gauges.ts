/** Gauges of the shares of resources that API keys hold and wait for. */
import { sharedResources } from '@sendoff/runtime';
import { Gauge, type Registry } from 'prom-client';

/** Keys that are listed per resource, in descending order; the rest is summed as `others`. */
const MAX_KEYS = 20;

/** Registers the gauges of shared resources, read at each scrape. */
export function addShareGauges({ registry }: { readonly registry: Registry }): void {
  const held = new Gauge<'resource' | 'key'>({
    name: 'sendoff_shared_held',
    help: 'Amount of a shared resource that each key holds, in the unit of the resource (docs/fairness.md).',
    labelNames: ['resource', 'key'],
    registers: [registry],
    collect: (): void => set(held, 'held'),
  });
  const waiting = new Gauge<'resource' | 'key'>({
    name: 'sendoff_shared_waiting',
    help: 'Requests of each key that wait for a shared resource.',
    labelNames: ['resource', 'key'],
    registers: [registry],
    collect: (): void => set(waiting, 'waiting'),
  });
}

function set(gauge: Gauge<'resource' | 'key'>, what: 'held' | 'waiting'): void {
  gauge.reset();
  for (const [resource, shares] of sharedResources()) {
    const sorted = shares.filter((share) => share[what] > 0).sort((one, other) => other[what] - one[what]);
    for (const { key, [what]: amount } of sorted.slice(0, MAX_KEYS)) gauge.set({ resource, key }, amount);
    const rest = sorted.slice(MAX_KEYS).reduce((sum, { [what]: amount }) => sum + amount, 0);
    if (rest > 0) gauge.set({ resource, key: 'others' }, rest);
  }
}
