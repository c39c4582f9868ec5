/** The html in a sandboxed frame: no scripts, forms or navigation. */
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { strings } from '../../strings.ts';

const words = strings.email;

/** Remote content is blocked until the user allows it. The API's Content-Security-Policy for the frame enforces the same. */
export function HtmlPreview({ id }: { readonly id: string }) {
  const [remote, setRemote] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2 text-xs text-muted">
        <p>{remote ? words.remoteShown : words.remoteBlocked}</p>
        <Button onClick={() => setRemote(!remote)}>{remote ? words.hideRemote : words.showRemote}</Button>
      </div>
      <iframe
        key={String(remote)}
        title={words.preview}
        src={`/dashboard/api/emails/${id}/preview${remote ? '?remote=show' : ''}`}
        sandbox=""
        referrerPolicy="no-referrer"
        className="h-120 w-full rounded-b-lg border-t border-line bg-white"
      />
    </>
  );
}
