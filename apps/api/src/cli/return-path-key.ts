/** `sendoff return-path-key` */
import { loadOrExit, loadSecretKey } from '@sendoff/config';
import { deriveKey } from '@sendoff/runtime';
import { Command } from 'commander';
import { print } from './print.ts';

/** Describes the command. */
export function returnPathKeyCommand(): Command {
  return new Command('return-path-key')
    .description('print the RETURN_PATH_KEY that SECRET_KEY yields: all that the worker and SMTP need of it')
    .action(() => print(deriveKey('returnPath', loadOrExit(loadSecretKey)).toString('hex')));
}
