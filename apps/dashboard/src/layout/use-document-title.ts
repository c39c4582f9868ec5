import { useEffect } from 'react';
import { strings } from '../strings.ts';

/** Names the page where browsers list their tabs and their history. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${strings.product}`;
    return () => {
      document.title = strings.product;
    };
  }, [title]);
}
