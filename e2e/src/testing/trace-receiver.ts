/** A receiver of traces by OTLP over HTTP with JSON, like a collector. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Releases } from './releases.ts';

/** The fields of a span used by these tests. */
export interface ReceivedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Undefined or empty for the root span of a trace. */
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string | number>> }[];
  /** Nanoseconds since 1970. */
  readonly start: bigint;
  readonly end: bigint;
}

type Attributes = readonly {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number | string };
}[];

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly name: string;
        readonly kind: number;
        readonly attributes: Attributes;
        readonly events?: readonly { readonly name: string; readonly attributes: Attributes }[];
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
      }[];
    }[];
  }[];
}

/** Starts a receiver on a free port; `spans` grows as they arrive. */
export async function startTraceReceiver(
  releases: Releases,
): Promise<{ readonly url: string; readonly spans: readonly ReceivedSpan[] }> {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      if (request.url === '/v1/traces') spans.push(...spansOf(body as ExportRequest));
      response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  releases.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, spans };
}

const spansOf = ({ resourceSpans }: ExportRequest): ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, events = [], startTimeUnixNano, endTimeUnixNano, ...span }) => ({
        ...span,
        service: String(read(resource.attributes)['service.name']),
        attributes: read(attributes),
        events: events.map((event) => ({ name: event.name, attributes: read(event.attributes) })),
        start: BigInt(startTimeUnixNano),
        end: BigInt(endTimeUnixNano),
      })),
    ),
  );

const read = (attributes: Attributes): Record<string, string | number> =>
  Object.fromEntries(attributes.map(({ key, value: { stringValue, intValue } }) => [key, stringValue ?? Number(intValue)]));
