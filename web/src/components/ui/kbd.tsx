import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex min-w-6 items-center justify-center rounded border bg-sunken px-1.5 font-mono text-xs leading-5 text-muted',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
