/** Copies a text. */
import { useState } from 'react';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** Says for a moment that it did. */
export function CopyButton({ text, label = strings.copy }: { readonly text: string; readonly label?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button onClick={() => void copy()} aria-label={copied ? undefined : label}>
      <span aria-live="polite">{copied ? strings.copied : strings.copy}</span>
    </Button>
  );
}
