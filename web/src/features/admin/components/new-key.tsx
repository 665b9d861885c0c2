import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { NewApiKeyReply } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Choices, LabelledInput } from '@/components/ui/field';
import { formatDay } from '@/lib/format';
import { SCOPES, type Scope, useMakeKey } from '../api/keys';
import { FormDialog } from '@/components/form-dialog';

const NOTHING = { name: '', days: '90', scopes: [] as Scope[] };

export function NewKey() {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(NOTHING);
  const [made, setMade] = useState<NewApiKeyReply | null>(null);
  const make = useMakeKey();
  const close = () => {
    setOpen(false);
    setAsked(NOTHING);
    make.reset();
  };
  const submit = () =>
    make.mutate(
      { name: asked.name, permissions: asked.scopes, expires_in_days: Number(asked.days) },
      {
        onSuccess: (reply) => {
          setMade(reply);
          close();
        },
      },
    );
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <KeyRound aria-hidden /> Make a key
      </Button>
      <FormDialog open={open} title="Make an API key" action="Make" asked={make} onClose={close} onSubmit={submit}>
        <LabelledInput label="Name of the program" autoComplete="off" value={asked.name} onValue={(name) => setAsked({ ...asked, name })} />
        <Choices legend="It may" options={SCOPES} chosen={asked.scopes} onChosen={(scopes) => setAsked({ ...asked, scopes })} />
        <LabelledInput
          label="Days until it ends"
          type="number"
          min={1}
          max={366}
          value={asked.days}
          onValue={(days) => setAsked({ ...asked, days })}
        />
      </FormDialog>
      <MadeKey made={made} onClose={() => setMade(null)} />
    </>
  );
}

/** The only time that the secret is seen. */
function MadeKey({ made, onClose }: { made: NewApiKeyReply | null; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (made) await navigator.clipboard.writeText(made.key);
    setCopied(true);
  };
  return (
    <Dialog open={made !== null} onClose={onClose} title="The key, shown once">
      <p className="mt-2 text-sm text-muted">
        Keep it where the program finds it and nobody else does. It ends on {made && formatDay(made.expires_at)}.
      </p>
      <output className="mt-4 block rounded-lg bg-sunken p-3 font-mono text-sm break-all select-all">{made?.key}</output>
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      </div>
    </Dialog>
  );
}
