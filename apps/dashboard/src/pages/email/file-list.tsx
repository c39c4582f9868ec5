/** The attachments of an email. */
import type { Attachment } from '../../api/types.ts';
import { buttonClasses } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { fileSize } from '../../format/number.ts';
import { strings } from '../../strings.ts';

const words = strings.email;

/** Each has a download link. */
export function FileList({ files }: { readonly files: readonly Attachment[] }) {
  if (files.length === 0) return <EmptyState title={words.noFiles} />;
  return (
    <ul className="divide-y divide-line">
      {files.map(({ id, filename, size, content_type, download_url, available }) => (
        <li key={id} className="flex items-center gap-3 px-4 py-2">
          <span className="min-w-0 flex-1 truncate font-medium">{filename}</span>
          <span className="hidden truncate text-xs text-muted sm:inline">{content_type}</span>
          <span className="numbers text-xs text-muted">{available ? fileSize(size) : ''}</span>
          {!available ? (
            <span className="text-xs text-muted">{words.notFetched}</span>
          ) : (
            <a href={download_url} download className={buttonClasses()} aria-label={`${words.download} ${filename}`}>
              {words.download}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
