/** A long text, in a place of its own. */

/** Scrolls by itself, by keyboard too. */
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
