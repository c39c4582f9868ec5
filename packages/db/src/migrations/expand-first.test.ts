import { describe, expect, test } from '@jest/globals';
import { readMigrations } from './read-migrations.ts';

/** The last migration before the first release; the rules apply only to later ones. */
const BEFORE_THE_FIRST_RELEASE = '20261130070000_names_of_the_field';

/** Statements that remove something that the previous release uses, or require something that it does not provide. */
const CONTRACTS = [
  /\bDROP\s+(?:TABLE|COLUMN|TYPE|VIEW|SCHEMA)\b/i,
  /\bRENAME\b/i,
  /\bSET\s+NOT\s+NULL\b/i,
  // eslint-disable-next-line security/detect-unsafe-regex -- It reads the migrations of this repository and nothing else.
  /\bALTER\s+COLUMN\s+"?\w+"?\s+(?:SET\s+DATA\s+)?TYPE\b/i,
  /\bADD\s+COLUMN\s+"?\w+"?[^,;]*\bNOT\s+NULL\b(?![^,;]*\bDEFAULT\b)/i,
  /\bTRUNCATE\b/i,
];

/** Exempts a migration: names the release since which the removed object is unused. */
const SINCE = /^-- Unused since v\d+\.\d+\.\d+\b/m;

/** Whether a statement is about a table that the same migration creates, so that no release uses it yet. */
function isOfNewTable(sql: string): (statement: string) => boolean {
  const tables = new Set([...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, name]) => name));
  return (statement) => tables.has(/(?:ALTER TABLE|\bON) "(\w+)"/.exec(statement)?.[1]);
}

const statementsOf = (sql: string): string[] => sql.replace(/--.*$/gm, '').split(';');

/**
 * The statements that scan a whole table under a lock that blocks others unnecessarily: a foreign key added without
 * `NOT VALID`, and an index in a transaction that also alters the table, which blocks even reads.
 */
function longLocks(sql: string): string[] {
  const statements = statementsOf(sql).filter((statement) => !isOfNewTable(sql)(statement));
  const changesTable = statements.some((statement) => /\bALTER TABLE\b/i.test(statement) && !READS_TABLE.test(statement));
  return statements
    .filter((statement) => NEW_KEY.test(statement) || (changesTable && READS_TABLE.test(statement)))
    .map((statement) => statement.trim());
}

const NEW_KEY = /\bFOREIGN\s+KEY\b(?!.*\bNOT\s+VALID\b)/is;
const READS_TABLE = /\bCREATE\s+(?:UNIQUE\s+)?INDEX\b|\bVALIDATE\s+CONSTRAINT\b/i;

/** The statements of a migration that break the previous release, unless it declares since when the object is unused. */
function contractingStatements(sql: string): string[] {
  if (SINCE.test(sql)) return [];
  return statementsOf(sql)
    .filter((statement) => !/^\s*CREATE TABLE/.test(statement) && !isOfNewTable(sql)(statement))
    .filter((statement) => CONTRACTS.some((pattern) => pattern.test(statement)))
    .map((statement) => statement.trim());
}

/** The statements that `find` returns for migrations since the first release, and migrations that cannot be read. */
async function inLaterMigrations(find: (sql: string) => readonly string[]): Promise<string[]> {
  const { migrationDirectories } = await readMigrations();
  const later = migrationDirectories.filter(({ path }) => path > BEFORE_THE_FIRST_RELEASE);
  return later.flatMap(({ path, migrationFile: { content } }) =>
    content.tag === 'ok' ? find(content.value).map((statement) => `${path}: ${statement}`) : [path],
  );
}

describe('migrations', () => {
  test('keep the schema compatible with the previous release', async () => {
    expect(await inLaterMigrations(contractingStatements)).toEqual([]);
  });

  test('contain no transaction control, so that each is one transaction', async () => {
    const { migrationDirectories } = await readMigrations();
    const commits = /\b(?:BEGIN|COMMIT|ROLLBACK|START\s+TRANSACTION|CONCURRENTLY|VACUUM)\b/i;
    const found = migrationDirectories.filter(({ migrationFile: { content } }) =>
      content.tag === 'ok' ? commits.test(content.value.replace(/--.*$/gm, '').replace(/\$\$.*?\$\$/gs, '')) : true,
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('scan no table under a long lock', async () => {
    expect(await inLaterMigrations(longLocks)).toEqual([]);
  });

  test.each([
    ['ALTER TABLE "A" ADD CONSTRAINT "k" FOREIGN KEY ("b") REFERENCES "B"("id");', 1],
    ['ALTER TABLE "A" ADD CONSTRAINT "k" FOREIGN KEY ("b") REFERENCES "B"("id") NOT VALID;', 0],
    ['ALTER TABLE "A" ADD COLUMN "b" TEXT; CREATE INDEX "i" ON "A"("b");', 1],
    ['CREATE INDEX "i" ON "A"("b"); ALTER TABLE "A" VALIDATE CONSTRAINT "k";', 0],
    ['CREATE TABLE "A" ("b" UUID); ALTER TABLE "A" ADD CONSTRAINT "k" FOREIGN KEY ("b") REFERENCES "B"("id");', 0],
    ['CREATE TABLE "A" ("b" UUID); CREATE INDEX "i" ON "A"("b"); ALTER TABLE "B" ADD COLUMN "c" TEXT;', 0],
  ])('statements with a long lock are counted: %s', (sql, count) => expect(longLocks(sql)).toHaveLength(count));

  test.each([
    'ALTER TABLE "EmailRecord" DROP COLUMN "tags";',
    'ALTER TABLE "EmailRecord" RENAME COLUMN "from" TO "sender";',
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER NOT NULL;',
    'ALTER TABLE "EmailRecord" ALTER COLUMN "size" SET NOT NULL;',
    'DROP TABLE "EmailTag";',
  ])('a contracting statement is rejected unless declared as unused: %s', (sql) => {
    expect(contractingStatements(sql)).toHaveLength(1);
    expect(contractingStatements(`-- Unused since v1.4.0\n${sql}`)).toEqual([]);
  });

  test.each([
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER;',
    'ALTER TABLE "EmailRecord" ADD COLUMN "size" INTEGER NOT NULL DEFAULT 0;',
    'CREATE INDEX "x" ON "EmailRecord"("size");',
    'CREATE TABLE "New" ("id" UUID NOT NULL); ALTER TABLE "New" ALTER COLUMN "id" SET NOT NULL;',
  ])('an expanding statement is accepted: %s', (sql) => expect(contractingStatements(sql)).toEqual([]));
});
