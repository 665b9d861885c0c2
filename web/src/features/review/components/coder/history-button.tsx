import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { ReviewReply } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatDay, formatTime, plural } from '@/lib/format';
import { decisionWords } from '../../coder-review';

/** Who decided what and why, the newest first. */
export function HistoryButton({ review }: { review: ReviewReply }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        <ScrollText aria-hidden />
        {plural(review.revision, 'decision')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="History of the review"
        className="max-h-[calc(100dvh-2rem)] w-[min(38rem,calc(100vw-2rem))] overflow-y-auto"
      >
        {review.history.length === 0 && <p className="mt-3 text-muted">Nobody has decided on anything yet.</p>}
        <ol reversed className="mt-4 flex flex-col divide-y">
          {review.history.toReversed().map((decision) => (
            <li key={decision.revision} className="py-2.5">
              <p className="font-medium">
                <span className="mr-2 text-muted tabular-nums">{decision.revision}</span>
                {decisionWords(decision, review)}
              </p>
              {decision.reason && <p className="text-sm break-words">{decision.reason}</p>}
              <p className="text-sm text-muted">{`${decision.by}, ${formatDay(decision.at)}, ${formatTime(decision.at)}`}</p>
            </li>
          ))}
        </ol>
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}
