/** Where the email stands for each recipient. */
import type { Email } from '../../api/types.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { strings } from '../../strings.ts';
import { SmtpReply } from './smtp-reply.tsx';

/** A row for each. */
export function RecipientTable({ recipients }: Pick<Email, 'recipients'>) {
  return (
    <ul className="divide-y divide-line">
      {recipients.map(({ address, kind, state, reply }) => (
        <li key={address} className="flex flex-col gap-1 px-4 py-2">
          <span className="flex items-center justify-between gap-2">
            <span className="min-w-0 truncate" title={address}>
              {address} <span className="text-xs text-muted">{strings.email[kind]}</span>
            </span>
            <StatusBadge status={state} />
          </span>
          {reply !== null && <SmtpReply reply={reply} />}
        </li>
      ))}
    </ul>
  );
}
