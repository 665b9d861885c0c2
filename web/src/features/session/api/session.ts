import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionReply } from '@/api/types.gen';
import { rememberCsrfToken } from '@/lib/csrf';
import { getJson, request, sendJson } from '@/lib/http';

const KEY = ['session'];

export const sessionQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ signal }) => {
    const session = await getJson<SessionReply>('/session', signal);
    rememberCsrfToken(session.csrf_token);
    return session;
  },
  staleTime: 60_000,
});

export type SignIn = { user_name: string; password: string };

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (who: SignIn) => sendJson('/session', who),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Makes the first administrator, then signs them in. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ token, ...who }: SignIn & { token: string }) => {
      await sendJson('/setup', { token, ...who });
      return sendJson('/session', who);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** What was shown is forgotten at once: the next person at this screen may be another. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/session', { method: 'DELETE' }),
    onSettled: () => {
      const elsewhere = client.getQueryData(sessionQuery.queryKey)?.provider_sign_out;
      rememberCsrfToken(null);
      client.clear();
      if (elsewhere) location.assign(elsewhere);
      else location.reload();
    },
  });
}

/** Begins an emergency access; the server keeps the reason and ends it by itself. */
export function useBeginEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => sendJson('/session/emergency', { reason }),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Ends it before its time; what it showed is forgotten. */
export function useEndEmergency() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/session/emergency', { method: 'DELETE' }),
    onSettled: () => {
      for (const shown of ['documents', 'document']) client.removeQueries({ queryKey: [shown] });
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
}
