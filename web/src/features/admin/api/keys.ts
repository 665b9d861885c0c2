import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiKey, NewApiKeyReply, NewApiKeyRequest } from '@/api/types.gen';
import { getJson, request, sendJson } from '@/lib/http';

export const SCOPES = ['read', 'export', 'write', 'delete', 'analyze', 'measure', 'audit', 'observe'] as const;
export type Scope = (typeof SCOPES)[number];

const KEY = ['api-keys'];

export const keysQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => getJson<ApiKey[]>('/api-keys', signal),
});

/** The answer holds the secret: it is shown once and goes into no cache. */
export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (key: NewApiKeyRequest) => (await (await sendJson('/api-keys', key)).json()) as NewApiKeyReply,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
    gcTime: 0,
  });
}

export function useRevokeKey(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/api-keys/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function isInForce(key: ApiKey, now: number): boolean {
  return key.revoked_at === null && new Date(key.expires_at).getTime() > now;
}
