import { useQuery } from '@tanstack/react-query';
import { LockKeyhole, ShieldAlert } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { Message, sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Textarea } from '@/components/ui/field';
import { formatTime } from '@/lib/format';
import { seesDocuments } from '@/lib/permissions';
import { sessionQuery, useBeginEmergency, useEndEmergency } from '../api/session';

/** Documents for those whose role shows them; for others, why not, and the way in for an emergency. */
export function DocumentsAllowed({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery);
  if (seesDocuments(session.data)) return children;
  return (
    <>
      <h1 className="sr-only">Documents</h1>
      <Message icon={LockKeyhole} title="Your role shows no documents">
        <p>In an emergency you can see those of your organisation for a quarter of an hour. Each one is noted with your reason.</p>
        <BreakGlass />
      </Message>
    </>
  );
}

function BreakGlass() {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const begin = useBeginEmergency();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(reason);
  };
  return (
    <>
      <Button variant="danger" className="mt-4" onClick={() => setAsking(true)}>
        <ShieldAlert aria-hidden /> Emergency access
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Emergency access" className="text-left">
        <form onSubmit={submit} className="mt-2 flex flex-col gap-3">
          <label htmlFor={id} className="text-sm text-muted">
            Why is this an emergency? Your words are kept in the audit trail and read by the auditors. Name no patient.
          </label>
          <Textarea id={id} required minLength={10} maxLength={500} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          {begin.isError && (
            <p role="alert" className="text-sm text-high">
              {sentenceOf(begin.error)}
            </p>
          )}
          <div className="mt-2 flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button type="submit" variant="danger" disabled={begin.isPending}>
              See documents
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

/** Stands over every page while it lasts. */
export function EmergencyBanner() {
  const session = useQuery(sessionQuery);
  const end = useEndEmergency();
  const until = session.data?.emergency_until ?? null;
  const { mutate } = end;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => mutate(), Math.max(0, new Date(until).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [until, mutate]);
  if (until === null) return null;
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 bg-high-soft px-4 py-2 text-sm text-high sm:px-6">
      <ShieldAlert aria-hidden className="size-4 shrink-0" />
      <span className="grow">Emergency access until {formatTime(until)}. What you open is noted.</span>
      <Button size="sm" disabled={end.isPending} onClick={() => mutate()}>
        End it
      </Button>
    </div>
  );
}
