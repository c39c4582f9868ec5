/** The columns of the email list. */
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'wouter';
import type { EmailItem } from '../../api/types.ts';
import type { features } from '../../components/data-table.tsx';
import { explanationOf, shownStatusOf } from '../../components/shown-status.ts';
import { Badge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { spoken } from '../../format/spoken.ts';
import { strings } from '../../strings.ts';

const words = strings.emails;
const helper = createColumnHelper<typeof features, EmailItem>();

/** In display order. */
export const columns = helper.columns([
  helper.accessor('status', { header: words.columns.status, cell: ({ row: { original } }) => <EmailBadge email={original} /> }),
  helper.accessor('subject', {
    header: words.columns.subject,
    cell: ({ row: { original } }) => (
      <>
        <Link
          href={`/dashboard/emails/${original.id}`}
          data-shortcut="row"
          className="block truncate font-medium after:absolute after:inset-0 hover:underline"
        >
          {original.subject === '' ? words.noSubject : original.subject}
        </Link>
        <span className="block truncate text-xs text-muted md:hidden">{recipientsOf(original)}</span>
        <Explanation email={original} />
      </>
    ),
  }),
  helper.accessor('to', {
    header: words.columns.to,
    cell: ({ row: { original } }) => <span className="block truncate">{recipientsOf(original)}</span>,
  }),
  helper.accessor('from', {
    header: words.columns.from,
    cell: ({ getValue }) => <span className="block truncate text-muted">{getValue()}</span>,
  }),
  helper.accessor('attempts', { header: words.columns.attempts }),
  helper.accessor('created_at', { header: words.columns.accepted, cell: ({ getValue }) => <Time at={getValue()} /> }),
]);

function EmailBadge({ email }: { readonly email: EmailItem }) {
  const { word, tone } = shownStatusOf(email);
  return <Badge tone={tone}>{word}</Badge>;
}

function Explanation({ email }: { readonly email: EmailItem }) {
  const text = explanationOf(email);
  return text === null ? null : (
    <span className="line-clamp-2 text-xs whitespace-normal text-muted wrap-anywhere" title={text}>
      {spoken(text)}
    </span>
  );
}

/** Classes for alignment and responsive hiding. */
export const CELLS = {
  status: 'w-px',
  subject: 'max-w-40 md:max-w-64',
  to: 'hidden md:table-cell max-w-52',
  from: 'hidden lg:table-cell max-w-52',
  attempts: 'hidden lg:table-cell text-right numbers w-px',
  created_at: 'text-right w-px whitespace-nowrap text-muted',
};

/** The first recipient and the number of the others. */
function recipientsOf({ to, cc, bcc }: EmailItem): string {
  const [first = '', ...others] = [...to, ...cc, ...bcc];
  return others.length === 0 ? first : `${first} ${words.andMore(others.length)}`;
}
