import { ArrowUp, Check, Pencil, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReviewItem } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { formatDay, formatTime } from '@/lib/format';
import { isKept, movedUp } from '../../coder-review';
import { useCoderReview } from '../../use-coder-review';

/** What can be decided on a selected code, and what was. */
export function VerdictLine({ item, onAccept }: { item: ReviewItem | undefined; onAccept?: () => void }) {
  const { canDecide } = useCoderReview();
  if (!item) return null;
  return (
    <div className="flex flex-col gap-2">
      {canDecide && <Choices item={item} onAccept={onAccept} />}
      {item.decided_by && item.decided_at && (
        <p className="text-sm text-muted">
          {`${item.decided_by}, ${formatDay(item.decided_at)}, ${formatTime(item.decided_at)}`}
          {item.reason && <span className="break-words text-ink">{`: ${item.reason}`}</span>}
        </p>
      )}
    </div>
  );
}

function Choices({ item, onAccept }: { item: ReviewItem; onAccept: (() => void) | undefined }) {
  const { review, busy, setAsk, decide } = useCoderReview();
  if (item.origin === 'refused' && item.verdict === 'refused') {
    return (
      <div className="flex flex-wrap gap-2">
        <Choice icon={<Undo2 aria-hidden />} keys="o" disabled={busy} onClick={() => setAsk({ kind: 'restore', item })}>
          Overrule the rule
        </Choice>
      </div>
    );
  }
  const later = item.sequence !== null && item.sequence > 1;
  return (
    <div role="group" aria-label={`Decide on ${item.code}`} className="flex flex-wrap gap-2">
      {item.origin === 'coded' && item.verdict !== 'accepted' && (
        <Choice icon={<Check aria-hidden />} keys="a" disabled={busy} onClick={() => onAccept?.()}>
          Accept
        </Choice>
      )}
      {item.verdict !== 'rejected' && (
        <Choice icon={<X aria-hidden />} keys="r" disabled={busy} onClick={() => setAsk({ kind: 'reject', item })}>
          {item.origin === 'coded' ? 'Reject' : 'Take out'}
        </Choice>
      )}
      {item.origin !== 'refused' && (
        <Choice icon={<Pencil aria-hidden />} keys="e" disabled={busy} onClick={() => setAsk({ kind: 'amend', item })}>
          Amend
        </Choice>
      )}
      {review && later && (isKept(item) || item.verdict === 'open') && (
        <>
          <Choice disabled={busy} onClick={() => decide({ action: 'sequence', order: [item.item] })}>
            List first
          </Choice>
          {item.sequence !== 2 && (
            <Choice
              icon={<ArrowUp aria-hidden />}
              disabled={busy}
              onClick={() => decide({ action: 'sequence', order: movedUp(review, item.item) })}
            >
              Earlier
            </Choice>
          )}
        </>
      )}
    </div>
  );
}

type ChoiceProps = { icon?: ReactNode; keys?: string; disabled: boolean; onClick: () => void; children: ReactNode };

function Choice({ icon, keys, disabled, onClick, children }: ChoiceProps) {
  return (
    <Button size="sm" disabled={disabled} onClick={onClick} aria-keyshortcuts={keys} {...(keys && { title: `Key ${keys}` })}>
      {icon}
      {children}
    </Button>
  );
}
