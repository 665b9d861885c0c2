import { useState } from 'react';
import type { Hold } from '@/api/types.gen';
import { FormDialog } from '@/components/form-dialog';
import { Button } from '@/components/ui/button';
import { useLiftHold } from '../api/holds';
import { HoldWords } from './hold-words';

/** Asks before it lifts: from then on the document can be lost. */
export function LiftHold({ hold }: { hold: Hold }) {
  const [asking, setAsking] = useState(false);
  const lift = useLiftHold(hold.document_id);
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)} aria-label={`Lift the hold on document ${hold.document_id}`}>
        Lift
      </Button>
      <FormDialog
        open={asking}
        title={`Lift the hold on document ${hold.document_id}?`}
        action="Lift the hold"
        dangerous
        asked={lift}
        onClose={() => setAsking(false)}
        onSubmit={() => lift.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <div>
          <HoldWords hold={hold} />
        </div>
        <p className="text-sm text-muted">From then on it can be deleted, and the retention policy deletes it when its time is over.</p>
      </FormDialog>
    </>
  );
}
