/**
 * The `dev` task of this package, beside those of the apps:
 *
 *   node --conditions=@sendoff/source --import tsx src/programs/dev-parts.ts
 */
import '../../bin/stop-with-launcher.js';
import { devPartsHere } from '../commands/dev-parts.ts';

await devPartsHere();
