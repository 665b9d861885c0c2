import type { SessionReply } from '@/api/types.gen';

export type Permission = SessionReply['permissions'][number];

export function may(session: SessionReply | undefined, permission: Permission): boolean {
  return session?.permissions.includes(permission) ?? false;
}

/** Whether documents are shown: by a role, or for a while in an emergency. */
export function seesDocuments(session: SessionReply | undefined): boolean {
  return may(session, 'read') || (session?.emergency_until ?? null) !== null;
}
