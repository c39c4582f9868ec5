/** Short notifications in the corner, announced by screen readers. */
import type { ReactNode } from 'react';
import { Toast } from '@base-ui/react/toast';
import { strings } from '../strings.ts';

/** Provides {@link useToast} to its children. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-10 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-90">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={`${toast.type === 'bad' ? 'tone-bad' : 'tone-good'} toned-edge rounded-md border bg-surface p-3 shadow-lg`}
    >
      <Toast.Content className="flex items-start gap-3">
        <Toast.Title className="flex-1 text-sm font-medium" />
        <Toast.Close className="text-sm text-muted hover:text-ink">{strings.close}</Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Shows a notification. */
export function useToast(): { readonly good: (title: string) => void; readonly bad: (error: Error) => void } {
  const { add } = Toast.useToastManager();
  return {
    good: (title) => void add({ title, type: 'good' }),
    bad: ({ message }) => void add({ title: message, type: 'bad', priority: 'high', timeout: 12_000 }),
  };
}
