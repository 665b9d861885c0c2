import { queryOptions } from '@tanstack/react-query';
import type { CodeDetail, DocumentDetail, DocumentTextReply } from '@/api/types.gen';
import { getJson } from '@/lib/http';

const WHILE_WORKING_MS = 1000;

export function documentQuery(id: number) {
  return queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => getJson<DocumentDetail>(`/documents/${id}`, signal),
    refetchInterval: ({ state }) => (isWorking(state.data) ? WHILE_WORKING_MS : false),
  });
}

/** @param version whose text; null for that of the newest results */
export function documentTextQuery(id: number, ready: boolean, version: number | null = null) {
  return queryOptions({
    queryKey: ['document', id, 'text', version],
    queryFn: ({ signal }) => getJson<DocumentTextReply>(`/documents/${id}/text${version === null ? '' : `?version=${version}`}`, signal),
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the tabular list says of a code: asked only when a coder opens it. */
export function codeQuery(code: string, wanted: boolean) {
  return queryOptions({
    queryKey: ['codes', code],
    queryFn: ({ signal }) => getJson<CodeDetail>(`/codes/${encodeURIComponent(code)}`, signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function isWorking(document: DocumentDetail | undefined): boolean {
  return document?.state === 'queued' || document?.state === 'running';
}
