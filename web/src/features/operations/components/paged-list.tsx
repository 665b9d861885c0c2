import type { ReactNode } from 'react';
import { ErrorMessage } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';

type Pages<T> = {
  isPending: boolean;
  error: unknown;
  data: { pages: T[][] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

type PagedListProps<T> = { asked: Pages<T>; label: string; empty: ReactNode; trouble: string; children: (row: T) => ReactNode };

/** A list that comes page by page, and what stands in its place while there is nothing to list. */
export function PagedList<T>({ asked, label, empty, trouble, children }: PagedListProps<T>) {
  if (asked.isPending) {
    return (
      <div role="status">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-48 rounded-2xl" />
      </div>
    );
  }
  if (!asked.data) return <ErrorMessage error={asked.error} onRetry={() => void asked.refetch()} title={trouble} />;
  const rows = asked.data.pages.flat();
  if (rows.length === 0) return empty;
  return (
    <>
      <ul aria-label={label} className="divide-y overflow-hidden rounded-2xl border bg-surface">
        {rows.map(children)}
      </ul>
      {asked.hasNextPage && (
        <Button className="self-center" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
}
