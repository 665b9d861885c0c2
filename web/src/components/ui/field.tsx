import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

const FIELD =
  'h-10 rounded-lg border border-line-strong/60 bg-surface px-3 text-ink placeholder:text-muted hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(FIELD, className)} {...props} />;
}

/** The platform's own list: it works on every phone, with every screen reader, and needs no injected styles. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select className={cn(FIELD, 'w-full min-w-0 appearance-none pr-9')} {...props} />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
    </span>
  );
}
