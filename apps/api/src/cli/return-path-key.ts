/** `sendoff return-path-key` */
import { loadOrExit, loadSecretKey } from '@sendoff/config';
import { deriveKey } from '@sendoff/runtime';
import { Command } from 'commander';
import { print } from './print.ts';

/** The `return-path-key` command. */
export function returnPathKeyCommand(): Command {
  return new Command('return-path-key')
    .description('print the RETURN_PATH_KEY derived from SECRET_KEY; the worker and the SMTP server need no other part of it')
    .action(() => print(deriveKey('returnPath', loadOrExit(loadSecretKey)).toString('hex')));
}
