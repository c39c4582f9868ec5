/** The requests of `GET /emails` that are timed: every filter, with common and rare values, on the newest and on old pages. */
import { EMAILS_PER_ADDRESS } from './rows-of-emails.ts';

/** A kind of request: its query for request number `n` in a table of a given size. */
export interface PageKind {
  readonly name: string;
  readonly query: (context: {
    readonly n: number;
    readonly emails: number;
    readonly deepId: string;
    readonly deepTime: string;
  }) => string;
}

/** A different email for each request. */
const some = (n: number, emails: number): number => (n * 7919) % emails;
const customer = (n: number, emails: number): number => Math.floor(some(n, emails) / EMAILS_PER_ADDRESS);

/** In the order of the documentation. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'newest', query: () => '' },
  { name: 'newest, 100 emails', query: () => 'limit=100' },
  { name: 'from the middle of the table', query: ({ deepId }) => `after=${deepId}` },
  { name: 'before an email in the middle', query: ({ deepId }) => `before=${deepId}` },
  { name: 'older than a time', query: ({ deepTime }) => `created_before=${deepTime}` },
  { name: 'newer than a time', query: ({ deepTime }) => `created_after=${deepTime}` },
  { name: 'status, common', query: () => 'status=sent' },
  { name: 'status, rare', query: () => 'status=deferred' },
  { name: 'status, none', query: () => 'status=canceled' },
  { name: 'status, deep', query: ({ deepId }) => `status=bounced&after=${deepId}` },
  { name: 'to', query: ({ n, emails }) => `to=customer-${String(customer(n, emails))}@example.net` },
  { name: 'to, and status', query: ({ n, emails }) => `to=customer-${String(customer(n, emails))}@example.net&status=bounced` },
  { name: 'from, common', query: () => 'from=sender-0@shop.example' },
  { name: 'from, deep', query: ({ deepId }) => `from=sender-1@shop.example&after=${deepId}` },
  { name: 'from, unknown', query: () => 'from=nobody@shop.example' },
  { name: 'from, and status of 1 in 100', query: () => 'from=sender-0@shop.example&status=failed' },
  { name: 'from, and status that none has', query: () => 'from=sender-0@shop.example&status=canceled' },
  { name: 'tag, common', query: () => 'tag=category:kind-3' },
  { name: 'tag, rare', query: ({ n, emails }) => `tag=customer:c${String(customer(n, emails))}` },
  { name: 'tag, deep', query: ({ deepId }) => `tag=category:kind-3&after=${deepId}` },
  { name: 'tag, and status that none has', query: () => 'tag=category:kind-3&status=canceled' },
  {
    name: 'subject, of one email',
    // Not the first email, since its subject is the beginning of many others.
    query: ({ n, emails }) => `subject=Invoice ${String(Math.floor(some(n + 1, emails) / 4) * 4 + 1)}`,
  },
  { name: 'subject, of a quarter of all', query: () => 'subject=Your password' },
  { name: 'subject, begins like half of all', query: () => 'subject=Your' },
  { name: 'subject, begins like one in 18, all old', query: () => 'subject=Invoice 1' },
  { name: 'subject, of none', query: () => 'subject=Nothing of the kind' },
];
