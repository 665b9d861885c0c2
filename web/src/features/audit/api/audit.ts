import { infiniteQueryOptions, queryOptions, useMutation } from '@tanstack/react-query';
import type { AuditCheckReply, AuditEvent, ShownReply } from '@/api/types.gen';
import { getJson } from '@/lib/http';

export type AuditSearch = { actor: string; document: string; from: string; to: string };

const PAGE_SIZE = 100;

/** The newest first. Every look leaves a row of its own, so nothing is asked again without need. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => getJson<AuditEvent[]>(`/audit?${auditParameters(search, PAGE_SIZE, pageParam)}`, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === PAGE_SIZE ? page.at(-1)?.seq : undefined),
    refetchOnWindowFocus: false,
    placeholderData: (previous) => previous,
  });
}

export function auditParameters({ actor, document, from, to }: AuditSearch, limit: number, before = 0): URLSearchParams {
  const asked = new URLSearchParams({ limit: String(limit) });
  if (before) asked.set('before', String(before));
  if (actor.trim()) asked.set('actor', actor.trim());
  if (document.trim()) asked.set('document_id', document.trim());
  if (from) asked.set('from', from);
  if (to) asked.set('to', to);
  return asked;
}

export function shownQuery(seq: number) {
  return queryOptions({
    queryKey: ['audit', 'shown', seq],
    queryFn: ({ signal }) => getJson<ShownReply>(`/audit/${seq}/shown`, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function useCheckChain() {
  return useMutation({
    mutationFn: (anchor: string) =>
      getJson<AuditCheckReply>(`/audit/check${anchor.trim() ? `?${new URLSearchParams({ anchor: anchor.trim() })}` : ''}`),
  });
}
