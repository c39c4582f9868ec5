/** The list of API keys. */
import { useState } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { ApiKey } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { strings } from '../../strings.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { EditKeyDialog } from './edit-key-dialog.tsx';
import { KeyTable } from './key-table.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';

/** Keys per request. */
const LIMIT = 50;

type Question = { readonly kind: 'create' } | { readonly kind: 'edit' | 'revoke'; readonly apiKey: ApiKey };

export function ApiKeysPage() {
  const client = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const keys = useInfiniteQuery({
    queryKey: ['api-keys'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api-keys', { params: { query: { limit: LIMIT, ...(pageParam !== null && { after: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
  const close = (): void => setQuestion(null);
  const changed = (): void => void client.invalidateQueries({ queryKey: ['api-keys'] });

  return (
    <>
      <PageTitle title={strings.apiKeys.title}>
        <Button look="primary" onClick={() => setQuestion({ kind: 'create' })}>
          {strings.apiKeys.create}
        </Button>
      </PageTitle>
      <div className="rounded-lg border border-line bg-surface">
        {keys.isPending && <Loading />}
        {keys.isError && <LoadFailure error={keys.error} onRetry={() => void keys.refetch()} />}
        {keys.data !== undefined && (
          <KeyTable
            keys={keys.data.pages.flatMap(({ data }) => data)}
            onEdit={(apiKey) => setQuestion({ kind: 'edit', apiKey })}
            onRevoke={(apiKey) => setQuestion({ kind: 'revoke', apiKey })}
          />
        )}
        {keys.hasNextPage && (
          <Button look="quiet" className="m-2" onClick={() => void keys.fetchNextPage()}>
            {strings.apiKeys.more}
          </Button>
        )}
      </div>
      {question?.kind === 'create' && <CreateKeyDialog onChanged={changed} onClose={close} />}
      {question?.kind === 'edit' && <EditKeyDialog apiKey={question.apiKey} onChanged={changed} onClose={close} />}
      {question?.kind === 'revoke' && <RevokeKeyDialog apiKey={question.apiKey} onChanged={changed} onClose={close} />}
    </>
  );
}
