#!/usr/bin/env node
/**
 * Runs one level of the tests of the package in the current directory:
 *
 *   sendoff-jest unit|integration [Jest's own options]
 *
 * Jest needs a Node.js flag for ES modules, and package scripts could pass it only with the path to Jest.
 */
import '../../runtime/bin/require-node.js';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import * as presets from '../jest/preset.js';

const [level, ...options] = process.argv.slice(2);
const preset = presets[level];
if (preset === undefined) {
  console.error(`sendoff-jest: the level is missing or unknown; use ${Object.keys(presets).join(' or ')}`);
  process.exit(2);
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const run = spawnSync(process.execPath, [...flags, jest, `--config=${JSON.stringify(preset)}`, ...options], { stdio: 'inherit' });
process.exit(run.status ?? 1);
