import { infiniteQueryOptions } from '@tanstack/react-query';
import type { DocumentItem } from '@/api/types.gen';
import { getJson } from '@/lib/http';
import type { DocumentFilters } from '../document-filters';

export const PAGE_SIZE = 50;
const WHILE_WORKING_MS = 2000;

const isUnfinished = (row: DocumentItem) => row.state === 'queued' || row.state === 'running';

/** The documents, newest first, page by page; asked again while any of those shown is being worked on. */
export function documentsQuery(filters: DocumentFilters, search: string) {
  return infiniteQueryOptions({
    queryKey: ['documents', 'list', filters, search],
    queryFn: ({ pageParam, signal }) => getJson<DocumentItem[]>(`/documents?${parameters(filters, search, pageParam)}`, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === PAGE_SIZE ? page.at(-1)?.id : undefined),
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.some(isUnfinished)) ? WHILE_WORKING_MS : false),
    placeholderData: (previous) => previous,
  });
}

function parameters(filters: DocumentFilters, search: string, before: number): URLSearchParams {
  const asked = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (before) asked.set('before', String(before));
  if (search.trim()) asked.set('q', search.trim());
  if (filters.type) asked.set('document_type', filters.type);
  if (filters.state) asked.set('state', filters.state);
  if (filters.from) asked.set('from', filters.from);
  if (filters.to) asked.set('to', filters.to);
  return asked;
}
