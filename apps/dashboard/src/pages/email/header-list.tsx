/** The header fields of an email. */
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Email } from '../../api/types.ts';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { strings } from '../../strings.ts';

/** The fields Sendoff generates from the request, followed by the custom ones. */
export function HeaderList({ email }: { readonly email: Email }) {
  const headers = useQuery({
    queryKey: ['headers', email.id],
    queryFn: async () =>
      (await answer(api.GET('/dashboard/api/emails/{id}/headers', { params: { path: { id: email.id } } }))).headers,
    staleTime: Infinity,
  });
  if (headers.isPending) return <Loading />;
  if (headers.isError) return <LoadFailure error={headers.error} onRetry={() => void headers.refetch()} />;
  const further = headers.data;
  return (
    <>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 overflow-x-auto p-4 font-mono text-xs [&>dd]:wrap-anywhere [&>dt]:text-muted">
        {[...standardHeaders(email), ...further].map(({ name, value }, place) => (
          <div key={place} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {further.length === 0 && <p className="px-4 pb-4 text-xs text-muted">{strings.email.noHeaders}</p>}
    </>
  );
}

const standardHeaders = ({ from, to, cc, reply_to, subject, message_id }: Email) =>
  [
    ['From', from],
    ['To', to.join(', ')],
    ['Cc', cc.join(', ')],
    ['Reply-To', reply_to.join(', ')],
    ['Subject', subject],
    ['Message-ID', message_id],
  ]
    .map(([name = '', value = '']) => ({ name, value }))
    .filter(({ value }) => value !== '');
