/** `pnpm start`: builds what has changed, then runs everything. */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
const { startHere } = await import('../packages/devstack/dist/commands/start-here.js');
await startHere();
