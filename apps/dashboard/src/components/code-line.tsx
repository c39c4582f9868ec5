/** A command to paste into a terminal. */
import { CopyButton } from './copy-button.tsx';

/** The text with a copy button. */
export function CodeLine({ text }: { readonly text: string }) {
  return (
    <div className="flex items-center gap-2 rounded-md border border-line bg-raised p-2 pl-3 text-left">
      <pre tabIndex={0} className="min-w-0 flex-1 overflow-x-auto py-1 font-mono text-xs leading-relaxed">
        {text}
      </pre>
      <div className="self-start">
        <CopyButton text={text} />
      </div>
    </div>
  );
}
