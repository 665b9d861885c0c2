import type { FormEvent, ReactNode } from 'react';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

type FormDialogProps = {
  open: boolean;
  title: string;
  action: string;
  dangerous?: boolean;
  asked: { isPending: boolean; error: unknown };
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
};

/** A dialog with one thing to do; what the server says against it stands above the buttons. */
export function FormDialog({ open, title, action, dangerous = false, asked, onClose, onSubmit, children }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        {children}
        {asked.error !== null && (
          <p role="alert" className="text-sm text-high">
            {sentenceOf(asked.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant={dangerous ? 'danger' : 'primary'} disabled={asked.isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
