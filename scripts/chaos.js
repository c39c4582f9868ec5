/** `pnpm chaos`: builds what has changed, then injects faults and counts lost emails. */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
const { chaosHere } = await import('../chaos/dist/chaos-here.js');
await chaosHere(process.argv.slice(2));
