/** A modal dialog. */
import type { ReactNode } from 'react';
import { Dialog as Base } from '@base-ui/react/dialog';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  /** A wider dialog, for long content. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Traps the focus while open and closes on Escape. */
export function Dialog({ open, onClose, title, description, wide = false, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="appear fixed inset-0 bg-black/45" />
        <Base.Popup
          data-shortcuts="off"
          className={`${wide ? 'w-[44rem]' : 'w-[30rem]'} appear fixed top-1/2 left-1/2 flex max-h-[90dvh] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-sm shadow-xl`}
        >
          <Base.Title className="text-base font-semibold">{title}</Base.Title>
          {description !== undefined && <Base.Description className="text-muted">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the bottom of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap justify-end gap-2">{children}</div>;
}
