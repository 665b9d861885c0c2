import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeUserRequest, NewUserRequest, User } from '@/api/types.gen';
import { getJson, request, sendJson } from '@/lib/http';

export const ROLES = ['viewer', 'coder', 'provider', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

const KEY = ['users'];

export const usersQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => getJson<User[]>('/users', signal),
});

function useUserChange<T>(change: (value: T) => Promise<Response>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}

export function useAddUser() {
  return useUserChange((user: NewUserRequest) => sendJson('/users', user));
}

/** Any change unlocks the user and ends their sessions. */
export function useChangeUser(name: string) {
  return useUserChange((change: ChangeUserRequest) => sendJson(`/users/${encodeURIComponent(name)}`, change));
}

export function useDeleteUser(name: string) {
  return useUserChange(() => request(`/users/${encodeURIComponent(name)}`, { method: 'DELETE' }));
}
