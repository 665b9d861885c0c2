import { CircleCheck, Download, Plus, Undo2 } from 'lucide-react';
import type { ReviewReply } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { formatDay, formatTime } from '@/lib/format';
import { apiUrl } from '@/lib/http';
import { isStale } from '../../api/coder-review';
import { progressOf } from '../../coder-review';
import { useCoderReview } from '../../use-coder-review';
import { CarryOver } from './carry-over';
import { HistoryButton } from './history-button';

/** How far the review is, and what is done with it as a whole. */
export function ReviewBar() {
  const { review, query } = useCoderReview();
  return (
    <section aria-label="Review" className="flex flex-col gap-2 rounded-xl border bg-surface px-4 py-3">
      {review ? (
        <Known review={review} />
      ) : query.isError ? (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-high">{sentenceOf(query.error)}</p>
          <Button size="sm" onClick={() => query.refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status">
          <span className="sr-only">Loading the review</span>
          <Skeleton className="h-8" />
        </div>
      )}
    </section>
  );
}

function Known({ review }: { review: ReviewReply }) {
  const earlier = review.reviewed_versions.findLast((version) => version < review.analysis_version);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Progress review={review} />
        <HistoryButton review={review} />
      </div>
      <Trouble />
      {earlier !== undefined && review.newest && <CarryOver review={review} earlier={earlier} />}
      {review.state === 'finished' ? <Finished review={review} /> : <Open review={review} />}
    </>
  );
}

function Progress({ review }: { review: ReviewReply }) {
  const share = review.total === 0 ? 1 : review.decided / review.total;
  return (
    <p className="flex items-center gap-3 font-medium tabular-nums">
      <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-24 rounded-full">
        <rect width="100" height="8" className="fill-line" />
        <rect width={share * 100} height="8" className="fill-accent" />
      </svg>
      <span aria-live="polite">{progressOf(review)}</span>
    </p>
  );
}

/** Why the last decision was not taken; a dialog that is open says it itself. */
function Trouble() {
  const { problem, ask, forget } = useCoderReview();
  if (!problem || ask) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
      <p>{isStale(problem) ? 'Somebody else decided meanwhile. This is how things stand now; decide again.' : sentenceOf(problem)}</p>
      <Button size="sm" variant="ghost" className="text-warn" onClick={forget}>
        All right
      </Button>
    </div>
  );
}

function Open({ review }: { review: ReviewReply }) {
  const { mayWrite, busy, setAsk, decide, finish } = useCoderReview();
  if (!mayWrite) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => setAsk({ kind: 'add', quote: null })} aria-keyshortcuts="n" title="Key n">
        <Plus aria-hidden />
        Add a code
      </Button>
      <Button size="sm" disabled={busy || review.revision === 0} onClick={() => decide({ action: 'undo' })} aria-keyshortcuts="u" title="Key u">
        <Undo2 aria-hidden />
        Undo
      </Button>
      <Button size="sm" variant="primary" disabled={busy || review.decided < review.total} onClick={finish}>
        <CircleCheck aria-hidden />
        Finish the review
      </Button>
    </div>
  );
}

function Finished({ review }: { review: ReviewReply }) {
  const { id, version, mayWrite, mayExport, setAsk } = useCoderReview();
  const end = review.history.at(-1);
  return (
    <>
      {end && <p className="text-sm text-muted">{`Finished by ${end.by}, ${formatDay(end.at)}, ${formatTime(end.at)}`}</p>}
      <div className="flex flex-wrap gap-2">
        {mayExport &&
          (['csv', 'json'] as const).map((format) => (
            <Button key={format} asChild size="sm">
              <a href={apiUrl(`/documents/${id}/review/export?format=${format}${version === null ? '' : `&version=${version}`}`)} download={`codes-${id}.${format}`}>
                <Download aria-hidden />
                {`Final codes, ${format.toUpperCase()}`}
              </a>
            </Button>
          ))}
        {mayWrite && (
          <Button size="sm" onClick={() => setAsk({ kind: 'reopen' })}>
            Open again
          </Button>
        )}
      </div>
    </>
  );
}
