/** A long text in a scrollable area. */

/** Focusable, so that it can be scrolled by keyboard. */
export function PlainText({ text, label }: { readonly text: string; readonly label?: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="max-h-120 overflow-auto p-4 font-mono text-xs leading-relaxed whitespace-pre-wrap wrap-anywhere outline-offset-[-2px]"
    >
      {text}
    </pre>
  );
}
