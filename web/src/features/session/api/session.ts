import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionReply } from '@/api/types.gen';
import { rememberCsrfToken } from '@/lib/csrf';
import { getJson, request } from '@/lib/http';

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

function send(path: string, body: object): Promise<Response> {
  return request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (who: SignIn) => send('/session', who),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Makes the first administrator, then signs them in. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ token, ...who }: SignIn & { token: string }) => {
      await send('/setup', { token, ...who });
      return send('/session', who);
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
      rememberCsrfToken(null);
      client.clear();
      location.reload();
    },
  });
}
