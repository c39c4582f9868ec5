/** `pnpm sendoff …`: the admin CLI. */
import '../packages/runtime/bin/require-node.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
const { sendoffHere } = await import('../packages/devstack/dist/commands/run-with-parts.js');
await sendoffHere(process.argv.slice(2));
