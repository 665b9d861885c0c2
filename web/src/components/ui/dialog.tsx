import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from '@/lib/cn';

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode; className?: string };

/**
 * The platform's modal dialog: it keeps the focus inside, closes on Escape and gives the focus back, without the inline
 * style elements that our Content-Security-Policy forbids.
 */
export function Dialog({ open, onClose, title, children, className }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      className={cn(
        'm-auto w-[min(30rem,calc(100vw-2rem))] rounded-2xl border bg-surface p-6 text-ink shadow-2xl',
        className,
      )}
    >
      {open && (
        <>
          <h2 id={heading} className="text-lg font-semibold">
            {title}
          </h2>
          {children}
        </>
      )}
    </dialog>
  );
}
