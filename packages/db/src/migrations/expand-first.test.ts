import { describe, expect, test } from '@jest/globals';
import { readMigrations } from './read-migrations.ts';

/** The last migration that was written before there was a release that could still be running. */
const BEFORE_THE_FIRST_RELEASE = '20261123010000_lists_and_wire';

/** Takes something away, or demands something, that the release before does not know of. */
const CONTRACTS = [
  /\bDROP\s+(?:TABLE|COLUMN|TYPE|VIEW|SCHEMA)\b/i,
  /\bRENAME\b/i,
  /\bSET\s+NOT\s+NULL\b/i,
  // eslint-disable-next-line security/detect-unsafe-regex -- It reads the migrations of this repository and nothing else.
  /\bALTER\s+COLUMN\s+"?\w+"?\s+(?:SET\s+DATA\s+)?TYPE\b/i,
  /\bADD\s+COLUMN\s+"?\w+"?[^,;]*\bNOT\s+NULL\b(?![^,;]*\bDEFAULT\b)/i,
  /\bTRUNCATE\b/i,
];

/** What makes it right all the same: the release since which nothing uses it any more. */
const SINCE = /^-- Unused since v\d+\.\d+\.\d+\b/m;

/** The statements of a migration that the release before could not live with, unless it says since when that is settled. */
function contractingStatements(sql: string): string[] {
  if (SINCE.test(sql)) return [];
  const statements = sql.replace(/--.*$/gm, '').split(';');
  const tables = new Set([...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, name]) => name));
  // A table that is made here is known to nobody yet.
  const isOfNewTable = (statement: string) => tables.has(/ALTER TABLE "(\w+)"/.exec(statement)?.[1]);
  return statements
    .filter((statement) => !/^\s*CREATE TABLE/.test(statement) && !isOfNewTable(statement))
    .filter((statement) => CONTRACTS.some((pattern) => pattern.test(statement)))
    .map((statement) => statement.trim());
}

describe('migrations', () => {
  test('add before they take away: the release before works on the tables of this one', async () => {
    const { migrationDirectories } = await readMigrations();
    const later = migrationDirectories.filter(({ path }) => path > BEFORE_THE_FIRST_RELEASE);
    const found = later.flatMap(({ path, migrationFile: { content } }) =>
      content.tag === 'ok' ? contractingStatements(content.value).map((statement) => `${path}: ${statement}`) : [path],
    );
    expect(found).toEqual([]);
  });

  test.each([
    'ALTER TABLE "EmailRecord" DROP COLUMN "tags";',
    'ALTER TABLE "EmailRecord" RENAME COLUMN "from" TO "sender";',
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER NOT NULL;',
    'ALTER TABLE "EmailRecord" ALTER COLUMN "size" SET NOT NULL;',
    'DROP TABLE "EmailTag";',
  ])('this would be refused, and is accepted once it says since when: %s', (sql) => {
    expect(contractingStatements(sql)).toHaveLength(1);
    expect(contractingStatements(`-- Unused since v1.4.0\n${sql}`)).toEqual([]);
  });

  test.each([
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER;',
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER NOT NULL DEFAULT 0;',
    'CREATE INDEX "x" ON "EmailRecord"("size");',
    'CREATE TABLE "New" ("id" UUID NOT NULL); ALTER TABLE "New" ALTER COLUMN "id" SET NOT NULL;',
  ])('this only adds: %s', (sql) => expect(contractingStatements(sql)).toEqual([]));
});
