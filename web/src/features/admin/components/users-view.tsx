import { useQuery } from '@tanstack/react-query';
import type { User } from '@/api/types.gen';
import { ErrorMessage } from '@/components/message';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { usersQuery } from '../api/users';
import { AddUser } from './add-user';
import { UserActions } from './user-actions';

export function UsersView() {
  const users = useQuery(usersQuery);
  return (
    <section aria-label="Users" className="flex flex-col gap-4">
      <div className="flex justify-end">
        <AddUser />
      </div>
      {users.isPending ? (
        <Skeleton className="h-40 rounded-2xl" />
      ) : users.data ? (
        <ul className="divide-y overflow-hidden rounded-2xl border bg-surface">
          {users.data.map((user) => (
            <UserLine key={user.name} user={user} />
          ))}
        </ul>
      ) : (
        <ErrorMessage error={users.error} onRetry={() => users.refetch()} title="The users could not be loaded" />
      )}
    </section>
  );
}

function UserLine({ user }: { user: User }) {
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-3 md:grid-cols-[minmax(10rem,1fr)_auto_auto] md:items-center md:px-6">
      <span className="min-w-0 truncate font-medium" title={user.name}>
        {user.name}
      </span>
      <span className="flex flex-wrap gap-2">
        {user.roles.map((role) => (
          <Badge key={role}>{role}</Badge>
        ))}
        {user.disabled && <Badge tone="high">disabled</Badge>}
        {user.locked && <Badge tone="warn">locked out</Badge>}
      </span>
      <UserActions user={user} />
    </li>
  );
}
