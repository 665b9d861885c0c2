import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

type DisclosureProps = {
  label: ReactNode;
  children: ReactNode;
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

export function Disclosure({ label, children, className, ...state }: DisclosureProps) {
  return (
    <Collapsible.Root {...state} className={className}>
      <Collapsible.Trigger className="group flex w-full items-center gap-1.5 rounded-md py-1 text-left text-sm font-medium text-muted hover:text-ink">
        <ChevronRight aria-hidden className={cn('size-4 shrink-0 transition-transform group-data-[state=open]:rotate-90')} />
        {label}
      </Collapsible.Trigger>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
