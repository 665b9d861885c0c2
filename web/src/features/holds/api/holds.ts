import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Hold } from '@/api/types.gen';
import { getJson, request, sendJson } from '@/lib/http';

const KEY = ['holds'];

export const holdsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => getJson<Hold[]>('/holds', signal),
});

export function usePlaceHold(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => sendJson(`/documents/${id}/hold`, { reason }),
    onSuccess: () => changed(client, id),
  });
}

export function useLiftHold(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/documents/${id}/hold`, { method: 'DELETE' }),
    onSuccess: () => changed(client, id),
  });
}

/** The list of holds, and the document that says whether it is held. */
function changed(client: QueryClient, id: number) {
  return Promise.all([KEY, ['document', id]].map((queryKey) => client.invalidateQueries({ queryKey, exact: true })));
}
