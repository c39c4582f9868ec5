import type { DomNode } from 'html-to-text';

/** Selectors of what a mail program does not show, such as the preview text of a newsletter and its filling. */
export const HIDDEN_SELECTORS = ['[hidden]', '[style*="display:none" i]', '[style*="display: none" i]'] as const;

/** Whether an element is one of {@link HIDDEN_SELECTORS}. */
export function isHidden({ attribs }: DomNode): boolean {
  const { hidden, style = '' } = (attribs ?? {}) as Record<string, string | undefined>;
  return hidden !== undefined || /display: ?none/i.test(style);
}
