/**
 * `pnpm secrets`: searches the whole git history for secrets, since a secret that was committed and later removed has leaked: every
 * version of every file on every branch, and every message.
 *
 *   node scripts/find-secrets.js [DIRECTORY]
 *
 * Prints the location of each secret, but not the secret itself. Exits 1 if it finds any.
 */
import '../packages/runtime/bin/require-node.js';
import { execFileSync } from 'node:child_process';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { ROOT } from './workspace.js';

/** Passwords used by tests, for servers that do not exist or exist for one run only. */
const NO_SECRETS = ['/:(?:hunter2|only-for-this-run)@/'];

const RULES = {
  id: '@secretlint/secretlint-rule-preset-recommend',
  rule: creator,
  rules: [{ id: '@secretlint/secretlint-rule-database-connection-string', options: { allows: NO_SECRETS } }],
};

const repository = process.argv[2] ?? ROOT;
if (git(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true') {
  console.error('This is a shallow clone without the full history. Run: git fetch --unshallow');
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
console.log(`${String(found)} secrets in ${String(objects)} file versions and messages.`);
process.exit(found > 0 ? 1 : 0);

/** @returns {Generator<{ id: string, path: string, text: string }>} every text file version and message, with its path */
function* readHistory() {
  const listed = git(['rev-list', '--objects', '--all', 'HEAD']).toString().trim().split('\n');
  const paths = new Map(listed.map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)]));
  const objects = git(['cat-file', '--batch'], `${[...paths.keys()].join('\n')}\n`);
  // Each object is a line of id, type and size, followed by that many bytes and a line break.
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
