import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { closeDatabase, openDatabase } from '@sendoff/db';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { JUSTIFIED } from './openapi-lint-exceptions.ts';
import { examplesOf, operationsOf, type OpenApiDocument, type OpenApiMedia, type ServedOperation } from './openapi-document.ts';
import { buildApp } from '../src/app.ts';

const database = openDatabase({ url: 'postgresql://u:p@127.0.0.1:1/none', maxConnections: 1 });
let document: OpenApiDocument;
let operations: ServedOperation[];

beforeAll(async () => {
  const done = () => Promise.resolve();
  const logger = createLogger({ name: 'test', level: 'silent' });
  const away = () => Promise.reject(new Error('away'));
  const config = { publicUrl: 'https://mail.acme.example', secretKey: 'x'.repeat(32) };
  const app = await buildApp({
    database,
    queue: { engine: 'postgres', enqueue: done, ping: done, countJobs: away, listJobs: away },
    logger,
    config,
  });
  document = (await app.inject('/openapi.json')).json<OpenApiDocument>();
  operations = operationsOf(document);
  await app.close();
});

afterAll(() => closeDatabase(database));

const nameOf = ({ method, path }: ServedOperation): string => `${method} ${path}`;
const needsKey = ({ operation }: ServedOperation): boolean => operation.security === undefined;

describe('the OpenAPI document', () => {
  test('passes the linter of its own specification, save for what is justified', async () => {
    expect(document.openapi).toBe('3.1.0');
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source: JSON.stringify(document), config, absoluteRef: 'openapi.json' });
    const problems = found.map(({ ruleId, message, location: [at] }) => ({ rule: ruleId, at: at?.pointer ?? '', message }));
    expect(problems.filter(({ rule, at }) => !JUSTIFIED.some((one) => one.rule === rule && one.at === at))).toEqual([]);
    expect(JUSTIFIED.filter((one) => !problems.some(({ rule, at }) => one.rule === rule && one.at === at))).toEqual([]);
  });

  test('lists what is served, each operation with an id of its own', () => {
    expect(document.info).toMatchObject({ title: 'Sendoff', version: expect.stringMatching(/^\d/) as unknown });
    expect(document.servers).toEqual([{ url: 'https://mail.acme.example' }]);
    expect(operations.map(nameOf)).toEqual(
      expect.arrayContaining([
        'GET /',
        'GET /healthz',
        'GET /readyz',
        'POST /emails',
        'GET /emails',
        'GET /emails/{id}',
        'GET /emails/{id}/attachments',
        'GET /emails/{id}/attachments/{attachment_id}',
        'GET /attachments/{id}/download',
        'POST /api-keys',
        'GET /api-keys',
        'PATCH /api-keys/{id}',
        'DELETE /api-keys/{id}',
      ]),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.every((id) => /^[a-z][A-Za-z]+$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every operation is explained, with examples of its success and of what it is sent', () => {
    for (const served of operations) {
      const { summary, description, tags, responses, requestBody } = served.operation;
      const name = nameOf(served);
      expect({ name, summary, description, tags }).toEqual({
        name,
        summary: expect.stringMatching(/\w/) as unknown,
        description: expect.stringMatching(/\w.{20}/) as unknown,
        tags: [expect.any(String) as unknown],
      });
      const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {};
      if (success['*/*'] === undefined) expect({ name, examples: examplesIn(success).length }).not.toEqual({ name, examples: 0 });
      if (requestBody !== undefined) {
        expect({ name, examples: examplesIn(requestBody.content).length }).not.toEqual({ name, examples: 0 });
      }
    }
  });

  test('every tag is explained', () => {
    const used = new Set(operations.flatMap(({ operation }) => operation.tags));
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
  });

  test('what needs a key says so, and every error that any such operation can end in is listed with an example', () => {
    expect(document.security).toEqual([{ apiKey: [] }]);
    for (const served of operations) {
      const { security, responses } = served.operation;
      const name = nameOf(served);
      if (!needsKey(served)) expect({ name, security }).toEqual({ name, security: [] });
      else {
        const statuses = ['401', '429', '500', '503', ...(served.method === 'GET' ? [] : ['400', '413', '415'])];
        expect({ name, statuses: Object.keys(responses) }).toEqual({
          name,
          statuses: expect.arrayContaining(statuses) as unknown,
        });
      }
      for (const [status, { content = {} }] of Object.entries(responses).filter(([code]) => Number(code) >= 400)) {
        const examples = examplesIn(content);
        expect({ name, status, examples: examples.length }).not.toEqual({ name, status, examples: 0 });
        for (const example of examples) expect(example).toMatchObject({ statusCode: Number(status) });
      }
    }
  });

  test('every parameter and every field is described, to the last one', () => {
    const silent: string[] = [];
    for (const served of operations) {
      const { parameters = [], requestBody, responses } = served.operation;
      for (const { name, description } of parameters) if (!description) silent.push(`${nameOf(served)} ${name}`);
      for (const { content = {} } of [...(requestBody === undefined ? [] : [requestBody]), ...Object.values(responses)]) {
        for (const { schema } of Object.values(content)) silent.push(...undescribed(schema, nameOf(served)));
      }
    }
    expect(silent).toEqual([]);
  });

  test('every reference leads somewhere', () => {
    for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = reference
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
      expect({ reference, target }).toEqual({ reference, target: expect.anything() as unknown });
    }
  });
});

const examplesIn = (content: Readonly<Record<string, OpenApiMedia>>): unknown[] =>
  Object.values(content).flatMap((media) => examplesOf(media).map(([, value]) => value));

const isConstant = (schema: object): boolean =>
  'const' in schema || ('enum' in schema && (schema.enum as unknown[]).length === 1);

/** Properties in a schema that nothing is said about; a constant says all there is by itself. */
function undescribed(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => undescribed(one, path));
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { readonly properties?: Readonly<Record<string, object>> };
  const own = Object.entries(properties).filter(([, property]) => !('description' in property) && !isConstant(property));
  return [
    ...own.map(([name]) => `${path} ${name}`),
    ...Object.entries(properties).flatMap(([name, property]) => undescribed(property, `${path} ${name}`)),
    ...Object.values(rest).flatMap((one) => undescribed(one, path)),
  ];
}
