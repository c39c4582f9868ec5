/** Finds the root of the repository. */
import { resolve } from 'node:path';

/** Three directories above this file, both in `src` and in `dist`. */
export const repositoryRoot = (): string => resolve(import.meta.dirname, '../../..');
