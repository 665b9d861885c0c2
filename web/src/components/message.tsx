import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ApiProblem } from '@/lib/http';
import { cn } from '@/lib/cn';

type MessageProps = { icon: LucideIcon; title: string; children?: ReactNode; className?: string };

/** What stands where content would: nothing yet, nothing found. */
export function Message({ icon: Icon, title, children, className }: MessageProps) {
  return (
    <div className={cn('flex flex-col items-center gap-2 px-6 py-16 text-center', className)}>
      <Icon aria-hidden className="mb-2 size-8 text-muted" strokeWidth={1.5} />
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
    </div>
  );
}

export function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : 'Something went wrong on this page.';
}

export function ErrorMessage({ error, onRetry, title = 'This could not be loaded' }: ErrorMessageProps) {
  return (
    <div role="alert">
      <Message icon={CircleAlert} title={title}>
        <p>{sentenceOf(error)}</p>
        {onRetry && (
          <Button onClick={onRetry} className="mt-4">
            Try again
          </Button>
        )}
      </Message>
    </div>
  );
}

type ErrorMessageProps = { error: unknown; onRetry?: () => void; title?: string };
