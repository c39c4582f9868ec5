/** `pnpm dev`: runs `turbo dev`. */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { runTurbo } from './run-turbo.js';

process.exit(await runTurbo(['dev']));
