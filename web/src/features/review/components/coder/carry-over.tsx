import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import type { DecisionRequest, ReviewReply } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { plural } from '@/lib/format';
import { useCarryOver } from '../../api/carry-over';
import { reviewQuery } from '../../api/coder-review';
import { decisionsToCarry } from '../../carry-over';
import { useCoderReview } from '../../use-coder-review';

/** Where earlier results were reviewed: the decisions that still fit can be made again at once. */
export function CarryOver({ review, earlier }: { review: ReviewReply; earlier: number }) {
  const { id, canDecide } = useCoderReview();
  const before = useQuery(reviewQuery(id, earlier)).data;
  const carry = useCarryOver(id);
  const [sent, setSent] = useState<readonly DecisionRequest[]>([]);
  const fitting = before && canDecide ? decisionsToCarry(before, review) : [];
  const start = () => {
    setSent(fitting);
    carry.mutate({ review, decisions: fitting });
  };
  return (
    <div className="flex flex-col gap-2 text-sm text-muted">
      <p>{`Version ${earlier} of the results was reviewed before; these are newer.`}</p>
      {carry.isPending ? (
        <p role="status">{`Carrying over: ${carry.done} of ${sent.length}`}</p>
      ) : (
        fitting.length > 0 && (
          <>
            <p>{`${plural(fitting.length, 'decision')} of then ${fitting.length === 1 ? 'fits' : 'fit'}: the code and its evidence are the same.`}</p>
            <Button size="sm" className="self-start" onClick={start}>
              <CopyCheck aria-hidden />
              {`Carry ${plural(fitting.length, 'decision')} over`}
            </Button>
          </>
        )
      )}
      {carry.isError && (
        <p role="alert" className="text-high">
          {sentenceOf(carry.error)}
        </p>
      )}
    </div>
  );
}
