#!/usr/bin/env node
/**
 * Runs one level of the tests of the package in the current directory:
 *
 *   sendoff-jest unit|integration [Jest's own options]
 *
 * Jest needs a flag of Node.js for ES modules, and a flag cannot stand in a package's script
 * without naming the path to Jest there; so it stands here, once.
 */
import '../../runtime/bin/require-node.js';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import * as presets from '../jest/preset.js';

const [level, ...options] = process.argv.slice(2);
const preset = presets[level];
if (preset === undefined) {
  console.error(`sendoff-jest: say which level: ${Object.keys(presets).join(' or ')}`);
  process.exit(2);
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const run = spawnSync(process.execPath, [...flags, jest, `--config=${JSON.stringify(preset)}`, ...options], { stdio: 'inherit' });
process.exit(run.status ?? 1);
