/** `pnpm start`: builds what has changed, then runs everything. */
import '../packages/runtime/bin/require-node.js';
import '../packages/embedded/bin/stop-with-launcher.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
const { startHere } = await import('../packages/embedded/dist/commands/start-here.js');
await startHere();
