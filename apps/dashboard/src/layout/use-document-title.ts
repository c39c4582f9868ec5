import { useEffect } from 'react';
import { strings } from '../strings.ts';

/** Sets the document title. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${strings.product}`;
    return () => {
      document.title = strings.product;
    };
  }, [title]);
}
