import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/config';
import { closeDatabase, openDatabase } from '@sendoff/db';
import { buildApp } from './app.ts';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly description?: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, Media>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly object[];
  readonly components: { readonly securitySchemes: Readonly<Record<string, object>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const database = openDatabase({ url: 'postgresql://u:p@127.0.0.1:1/none', maxConnections: 1 });
let document: Document;
let operations: (readonly [string, Operation])[];

beforeAll(async () => {
  const done = () => Promise.resolve();
  const logger = createLogger({ name: 'test', level: 'silent' });
  const config = { publicUrl: 'https://mail.example.com' };
  const app = await buildApp({ database, queue: { enqueue: done, ping: done }, logger, config });
  document = (await app.inject('/openapi.json')).json<Document>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
  await app.close();
});

afterAll(() => closeDatabase(database));

describe('the OpenAPI document', () => {
  test('is 3.1 and lists exactly what is served', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Sendoff', version: expect.stringMatching(/^\d/) as unknown });
    expect(document.servers).toEqual([{ url: 'https://mail.example.com' }]);
    expect(operations.map(([name]) => name).sort()).toEqual([
      'get /',
      'get /emails',
      'get /emails/{id}',
      'get /healthz',
      'get /readyz',
      'post /emails',
    ]);
  });

  test('every operation is explained, with an example of its success', () => {
    for (const [name, { summary, description, tags, responses }] of operations) {
      expect({ name, summary, description, tags }).toEqual({
        name,
        summary: expect.stringMatching(/\w/) as unknown,
        description: expect.stringMatching(/\w/) as unknown,
        tags: [expect.any(String) as unknown],
      });
      const media = responses['200']?.content['application/json'];
      expect({ name, example: media?.example }).toEqual({ name, example: expect.anything() as unknown });
    }
  });

  test('what needs a key says so, and lists every error it can end in, each with an example', () => {
    expect(document.security).toEqual([{ apiKey: [] }]);
    for (const [name, { security, responses }] of operations) {
      if (!name.includes('/emails')) {
        expect({ name, security }).toEqual({ name, security: [] });
        continue;
      }
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '422', '500', '503']));
      for (const [status, response] of Object.entries(responses).filter(([code]) => code !== '200')) {
        const examples = Object.values(response.content['application/json']?.examples ?? {});
        expect(examples.length).toBeGreaterThan(0);
        for (const { value } of examples) expect(value).toMatchObject({ statusCode: Number(status) });
      }
    }
  });

  test('every parameter and every field of an email is described', () => {
    for (const [, { parameters = [] }] of operations) {
      for (const parameter of parameters) expect(parameter.description).toMatch(/\w/);
    }
    const body = document.paths['/emails']?.['post']?.requestBody?.content['application/json'];
    const { properties } = body?.schema as { properties: Record<string, { description?: string }> };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'html', 'attachments']));
    for (const field of Object.values(properties)) expect(field.description).toMatch(/\w/);
    expect(body?.example).toMatchObject({ to: ['delivered@example.com'] });
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
