import { useState } from 'react';
import type { User } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { Choices, LabelledInput } from '@/components/ui/field';
import { ROLES, useChangeUser, useDeleteUser } from '../api/users';
import { FormDialog } from '@/components/form-dialog';

type Doing = 'roles' | 'password' | 'disable' | 'delete' | null;

const DIALOGS = {
  roles: { title: 'Roles of', action: 'Save' },
  password: { title: 'New password for', action: 'Save' },
  disable: { title: 'Disable', action: 'Disable' },
  delete: { title: 'Delete', action: 'Delete' },
} as const;

/** What can be done to one user; what takes something away asks first. */
export function UserActions({ user }: { user: User }) {
  const [doing, setDoing] = useState<Doing>(null);
  const change = useChangeUser(user.name);
  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      <Button size="sm" onClick={() => setDoing('roles')} aria-label={`Roles of ${user.name}`}>
        Roles
      </Button>
      <Button size="sm" onClick={() => setDoing('password')} aria-label={`New password for ${user.name}`}>
        Password
      </Button>
      {user.locked && (
        <Button size="sm" disabled={change.isPending} onClick={() => change.mutate({})} aria-label={`Unlock ${user.name}`}>
          Unlock
        </Button>
      )}
      {user.disabled ? (
        <Button size="sm" disabled={change.isPending} onClick={() => change.mutate({ disabled: false })} aria-label={`Enable ${user.name}`}>
          Enable
        </Button>
      ) : (
        <Button size="sm" onClick={() => setDoing('disable')} aria-label={`Disable ${user.name}`}>
          Disable
        </Button>
      )}
      <Button size="sm" onClick={() => setDoing('delete')} aria-label={`Delete ${user.name}`}>
        Delete
      </Button>
      {doing && <UserDialog user={user} doing={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

function UserDialog({ user, doing, onClose }: { user: User; doing: NonNullable<Doing>; onClose: () => void }) {
  const [roles, setRoles] = useState(user.roles);
  const [password, setPassword] = useState('');
  const change = useChangeUser(user.name);
  const deletion = useDeleteUser(user.name);
  const { title, action } = DIALOGS[doing];
  const submit = () => {
    if (doing === 'delete') deletion.mutate(undefined, { onSuccess: onClose });
    else change.mutate(doing === 'roles' ? { roles } : doing === 'password' ? { password } : { disabled: true }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      open
      title={`${title} ${user.name}`}
      action={action}
      dangerous={doing === 'delete' || doing === 'disable'}
      asked={doing === 'delete' ? deletion : change}
      onClose={onClose}
      onSubmit={submit}
    >
      {doing === 'roles' && <Choices legend="Roles" options={ROLES} chosen={roles} onChosen={setRoles} />}
      {doing === 'password' && (
        <LabelledInput
          label="Password, at least 12 characters"
          type="password"
          autoComplete="new-password"
          minLength={12}
          value={password}
          onValue={setPassword}
        />
      )}
      <p className="text-sm text-muted">
        {doing === 'delete' ? 'The audit trail keeps what they did. This cannot be undone.' : 'Their sessions end: they have to sign in again.'}
      </p>
    </FormDialog>
  );
}
