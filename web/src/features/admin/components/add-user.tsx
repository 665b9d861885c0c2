import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choices, LabelledInput } from '@/components/ui/field';
import { ROLES, type Role, useAddUser } from '../api/users';
import { FormDialog } from '@/components/form-dialog';

const NOTHING = { name: '', password: '', roles: [] as Role[] };

export function AddUser() {
  const [open, setOpen] = useState(false);
  const [user, setUser] = useState(NOTHING);
  const add = useAddUser();
  const close = () => {
    setOpen(false);
    setUser(NOTHING);
    add.reset();
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden /> Add a user
      </Button>
      <FormDialog
        open={open}
        title="Add a user"
        action="Add"
        asked={add}
        onClose={close}
        onSubmit={() => add.mutate({ user_name: user.name, password: user.password, roles: user.roles }, { onSuccess: close })}
      >
        <LabelledInput label="Name" autoComplete="off" autoCapitalize="none" value={user.name} onValue={(name) => setUser({ ...user, name })} />
        <LabelledInput
          label="First password, at least 12 characters"
          type="password"
          autoComplete="new-password"
          minLength={12}
          value={user.password}
          onValue={(password) => setUser({ ...user, password })}
        />
        <Choices legend="Roles" options={ROLES} chosen={user.roles} onChosen={(roles) => setUser({ ...user, roles })} />
      </FormDialog>
    </>
  );
}
