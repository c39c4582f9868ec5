/** The message as the relay receives it. */
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../api/client.ts';
import type { Attachment } from '../../api/types.ts';
import { buttonClasses } from '../../components/button.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { fileSize } from '../../format/number.ts';
import { strings } from '../../strings.ts';
import { PlainText } from './plain-text.tsx';

const words = strings.email;

/** Bytes shown; a message can have 40 MB of attachments. */
const SHOWN = 200_000;

/** The beginning of the message, and a link to download all of it. */
export function MessageSource({ id, files }: { readonly id: string; readonly files: readonly Attachment[] }) {
  const path = `/dashboard/api/emails/${id}/source`;
  const source = useQuery({
    queryKey: ['source', id, files.filter(({ available }) => !available).length],
    queryFn: async () => {
      const response = await fetch(`${path}?octets=${String(SHOWN)}`);
      if (!response.ok) throw new ApiError(response.status, ((await response.json()) as { message: string }).message);
      return response.text();
    },
    staleTime: Infinity,
  });
  if (source.isPending) return <Loading />;
  if (source.isError) return <LoadFailure error={source.error} onRetry={() => void source.refetch()} />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2 text-xs text-muted">
        <p>
          {words.sourceHint}
          {source.data.length >= SHOWN && ` ${words.sourceCut(fileSize(SHOWN))}`}
          {files.some(({ available }) => !available) && ` ${words.sourceWithoutFiles}`}
        </p>
        <a href={path} download={`${id}.eml`} className={buttonClasses()}>
          {words.sourceDownload}
        </a>
      </div>
      <PlainText text={source.data} />
    </>
  );
}
