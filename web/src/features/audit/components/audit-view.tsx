import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, ScrollText, X } from 'lucide-react';
import { useState } from 'react';
import { ErrorMessage, Message } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { apiUrl } from '@/lib/http';
import { useDebounced } from '@/lib/use-debounced';
import { type AuditSearch, auditParameters, auditQuery } from '../api/audit';
import { AuditList } from './audit-list';
import { ChainCheck } from './chain-check';

const EVERYTHING: AuditSearch = { actor: '', document: '', from: '', to: '' };
const EXPORTED = 1000;

export function AuditView() {
  const [search, setSearch] = useState(EVERYTHING);
  const settled = useDebounced(search, 300);
  const rows = useInfiniteQuery(auditQuery(settled));
  const events = rows.data?.pages.flat() ?? [];
  return (
    <div className="flex flex-col gap-6">
      <ChainCheck />
      <section aria-label="Audit trail" className="flex flex-col gap-4">
        <SearchBar search={search} onSearch={setSearch} />
        {rows.isPending ? (
          <Skeleton className="h-64 rounded-2xl" />
        ) : rows.isError ? (
          <ErrorMessage error={rows.error} onRetry={() => rows.refetch()} title="The audit trail could not be loaded" />
        ) : events.length === 0 ? (
          <Message icon={ScrollText} title="No row fits" />
        ) : (
          <AuditList events={events} />
        )}
        <div className="flex flex-wrap justify-between gap-2">
          <Button asChild>
            <a href={apiUrl(`/audit/fhir?${auditParameters(settled, EXPORTED)}`)} download="audit.fhir.json">
              <Download aria-hidden /> Export as FHIR
            </a>
          </Button>
          {rows.hasNextPage && (
            <Button disabled={rows.isFetchingNextPage} onClick={() => rows.fetchNextPage()}>
              Older rows
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}

function SearchBar({ search, onSearch }: { search: AuditSearch; onSearch: (search: AuditSearch) => void }) {
  const field = (name: keyof AuditSearch, label: string, type: string) => (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {label}
      <Input
        type={type}
        inputMode={name === 'document' ? 'numeric' : undefined}
        autoComplete="off"
        value={search[name]}
        onChange={(event) => onSearch({ ...search, [name]: event.target.value })}
        className="w-full min-w-0"
      />
    </label>
  );
  return (
    <search className="grid grid-cols-2 items-end gap-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]">
      {field('actor', 'Who', 'text')}
      {field('document', 'Document number', 'text')}
      {field('from', 'From', 'date')}
      {field('to', 'To', 'date')}
      <Button variant="ghost" onClick={() => onSearch(EVERYTHING)} className="max-lg:col-span-2">
        <X aria-hidden /> Clear
      </Button>
    </search>
  );
}
