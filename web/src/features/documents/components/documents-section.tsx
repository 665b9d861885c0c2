import { useInfiniteQuery } from '@tanstack/react-query';
import { FileSearch, FileText } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { ErrorMessage, Message } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useDebounced } from '@/lib/use-debounced';
import { useHotkeys } from '@/lib/use-hotkeys';
import { documentsQuery } from '../api/list-documents';
import { filtersFrom, isFiltered, toAddress } from '../document-filters';
import { DocumentList } from './document-list';
import { FilterBar } from './filter-bar';

export function DocumentsSection() {
  const [address, setAddress] = useSearchParams();
  const filters = filtersFrom(address);
  const [search, setSearch] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const documents = useInfiniteQuery(documentsQuery(filters, useDebounced(search)));
  const rows = documents.data?.pages.flat() ?? [];

  useHotkeys({ '/': () => searchField.current?.focus() });

  return (
    <section aria-label="Documents" className="flex flex-col gap-4">
      <FilterBar
        filters={filters}
        search={search}
        searchField={searchField}
        onSearch={setSearch}
        onFilters={(next) => setAddress(toAddress(next), { replace: true })}
      />
      {documents.isPending ? (
        <ListSkeleton />
      ) : documents.isError && rows.length === 0 ? (
        <ErrorMessage error={documents.error} title="The documents could not be loaded" onRetry={() => documents.refetch()} />
      ) : rows.length === 0 ? (
        <NothingHere narrowed={isFiltered(filters) || search !== ''} />
      ) : (
        <>
          <DocumentList rows={rows} />
          {documents.hasNextPage && (
            <Button className="self-center" disabled={documents.isFetchingNextPage} onClick={() => documents.fetchNextPage()}>
              Show older documents
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function NothingHere({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Message icon={FileSearch} title="No document matches">
      Try fewer filters or another part of the file name.
    </Message>
  ) : (
    <Message icon={FileText} title="No documents yet">
      Drop a lab report, an X-ray or CT report, or a clinical note above. Every answer will point to the words it comes from.
    </Message>
  );
}

function ListSkeleton() {
  return (
    <div role="status" className="divide-y rounded-2xl border bg-surface">
      <span className="sr-only">Loading documents</span>
      {[60, 44, 52, 36, 48].map((width) => (
        <div key={width} className="flex gap-6 px-6 py-4">
          <Skeleton className="h-5 grow" />
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </div>
  );
}
