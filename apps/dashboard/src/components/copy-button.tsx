/** A button that copies a text to the clipboard. */
import { useState } from 'react';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Briefly confirms the copy. With `compact`, only the icon is shown. */
export function CopyButton(props: { readonly text: string; readonly label?: string; readonly compact?: boolean }) {
  const { text, label = strings.copy, compact = false } = props;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button
      look={compact ? 'quiet' : 'plain'}
      onClick={() => void copy()}
      aria-label={copied ? undefined : label}
      title={compact ? label : undefined}
      className={compact ? '-my-1 min-h-6 px-1.5' : ''}
    >
      <Icon name={copied ? 'done' : 'copy'} className="size-3.5!" />
      <span aria-live="polite" className={compact ? 'sr-only' : ''}>
        {copied ? strings.copied : strings.copy}
      </span>
    </Button>
  );
}
