import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useId, useState } from 'react';
import { FormDialog } from '@/components/form-dialog';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/field';
import { sessionQuery } from '@/features/session/api/session';
import { may } from '@/lib/permissions';
import { useHotkeys } from '@/lib/use-hotkeys';
import { holdsQuery, usePlaceHold } from '../api/holds';
import { HoldWords } from './hold-words';
import { LiftHold } from './lift-hold';

/** For administrators: places a hold on the document. */
export function HoldButton({ id }: { id: number }) {
  const mayHold = may(useQuery(sessionQuery).data, 'administer');
  const holds = useQuery({ ...holdsQuery, enabled: mayHold });
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const place = usePlaceHold(id);
  const field = useId();
  const free = mayHold && holds.data !== undefined && !holds.data.some((hold) => hold.document_id === id);
  useHotkeys({ h: () => free && setAsking(true) });
  const close = () => {
    setAsking(false);
    setReason('');
    place.reset();
  };
  if (!free) return null;
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Place a legal hold" title="Place a legal hold (h)" onClick={() => setAsking(true)}>
        <Scale aria-hidden />
      </Button>
      <FormDialog
        open={asking}
        title="Place a legal hold"
        action="Place the hold"
        asked={place}
        onClose={close}
        onSubmit={() => place.mutate(reason.trim(), { onSuccess: close })}
      >
        <label htmlFor={field} className="text-sm text-muted">
          Why must this document be kept? Until the hold is lifted nobody can delete it, and no retention policy does. Name no patient.
        </label>
        <Textarea id={field} required minLength={3} maxLength={500} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </FormDialog>
    </>
  );
}

/** Stands over a document that is held, for those who may lift it. */
export function HoldBanner({ id }: { id: number }) {
  const mayHold = may(useQuery(sessionQuery).data, 'administer');
  const hold = useQuery({ ...holdsQuery, enabled: mayHold }).data?.find((held) => held.document_id === id);
  if (!hold) return null;
  return (
    <section aria-label="Legal hold" className="mx-4 mb-3 flex items-center gap-3 rounded-lg bg-warn-soft px-4 py-2 text-sm sm:mx-6">
      <Scale aria-hidden className="size-4 shrink-0 text-warn" />
      <div className="min-w-0 grow">
        <span className="font-medium text-warn">Under legal hold: it cannot be deleted</span>
        <HoldWords hold={hold} />
      </div>
      <LiftHold hold={hold} />
    </section>
  );
}
