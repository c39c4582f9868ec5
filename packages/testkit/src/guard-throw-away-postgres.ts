/**
 * Program that waits until its standard input closes, then stops the PostgreSQL in the given directory and deletes the directory.
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopPostmaster } from '@sendoff/devstack/postgres';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Pass the directory as argument.');

process.stdin.resume();
await once(process.stdin, 'close');
await stopPostmaster(join(directory, 'postgres'));
rmSync(directory, { recursive: true, force: true });
