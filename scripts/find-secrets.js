/**
 * `pnpm secrets`: looks for secrets in everything that git keeps, since one that was committed and
 * removed is leaked all the same: every version of every file of every branch, and every message.
 *
 *   node scripts/find-secrets.js [DIRECTORY]
 *
 * Prints a line for each and exits 1 when there are any. What is found is not printed.
 */
import '../packages/runtime/bin/require-node.js';
import { execFileSync } from 'node:child_process';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { ROOT } from './workspace.js';

/** Passwords of tests, for servers that there are not, or for one run only. */
const NO_SECRETS = ['/:(?:hunter2|only-for-this-run)@/'];

const RULES = {
  id: '@secretlint/secretlint-rule-preset-recommend',
  rule: creator,
  rules: [{ id: '@secretlint/secretlint-rule-database-connection-string', options: { allows: NO_SECRETS } }],
};

const repository = process.argv[2] ?? ROOT;
if (git(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true') {
  console.error('The history is not here: clone it whole (git fetch --unshallow).');
  process.exit(2);
}

let objects = 0;
let found = 0;
for (const { id, path, text } of readHistory()) {
  objects += 1;
  for (const { loc, ruleId } of await findSecrets(path, text)) {
    found += 1;
    console.error(`${path}:${String(loc.start.line)} in ${id}: ${ruleId}`);
  }
}
console.log(`${String(found)} secrets in ${String(objects)} versions of files and messages.`);
process.exit(found > 0 ? 1 : 0);

/** @returns {Generator<{ id: string, path: string, text: string }>} what is text, and where it is or was */
function* readHistory() {
  const listed = git(['rev-list', '--objects', '--all', 'HEAD']).toString().trim().split('\n');
  const paths = new Map(listed.map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)]));
  const objects = git(['cat-file', '--batch'], `${[...paths.keys()].join('\n')}\n`);
  // A line that says id, type and size, so many octets, and the end of a line.
  for (let start = 0; start < objects.length;) {
    const line = objects.indexOf('\n', start);
    const [id = '', type = '', size = ''] = objects.toString('utf8', start, line).split(' ');
    const content = objects.subarray(line + 1, line + 1 + Number(size));
    start = line + Number(size) + 2;
    if (type === 'tree' || content.includes(0)) continue;
    yield { id, path: type === 'blob' ? (paths.get(id) ?? '') : `the message of a ${type}`, text: content.toString() };
  }
}

/**
 * @param {string} filePath
 * @param {string} content
 */
async function findSecrets(filePath, content) {
  const { messages } = await lintSource({
    source: { filePath, content, ext: '.txt', contentType: 'text' },
    options: { config: { rules: [RULES] }, noPhysicFilePath: true },
  });
  return messages;
}

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function git(args, input) {
  return execFileSync('git', args, { cwd: repository, input, maxBuffer: 2 ** 31 - 1 });
}
