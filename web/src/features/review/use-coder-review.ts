import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';
import type { DecisionRequest, ReviewItem, ReviewReply } from '@/api/types.gen';
import { sessionQuery } from '@/features/session/api/session';
import { may } from '@/lib/permissions';
import { isStale, reviewQuery, useDecide } from './api/coder-review';
import { itemOf, type Quote } from './coder-review';

/** What the coder is being asked before a decision is sent. */
export type Ask =
  | { kind: 'reject' | 'amend' | 'restore'; item: ReviewItem }
  | { kind: 'add'; quote: Quote | null }
  | { kind: 'reopen' };

/** The review of one document, and what the person at the screen may do with it. */
export function useReviewOf(id: number, version: number | null) {
  const query = useQuery(reviewQuery(id, version));
  const session = useQuery(sessionQuery);
  const sending = useDecide(id);
  const [ask, setAsk] = useState<Ask | null>(null);
  const review = query.data;
  // Earlier results are read, not decided on.
  const mayWrite = version === null && may(session.data, 'write');

  const send = (decision: DecisionRequest | 'finish', then?: (reply: ReviewReply) => void) => {
    if (!review || sending.isPending) return;
    sending.mutate(
      { review, decision },
      {
        onSuccess: (reply) => {
          setAsk(null);
          then?.(reply);
        },
        // What was asked is about a state that is gone.
        onError: (error) => isStale(error) && setAsk(null),
      },
    );
  };

  return {
    id,
    version,
    review,
    query,
    mayWrite,
    mayExport: may(session.data, 'export'),
    canDecide: mayWrite && review?.state === 'open',
    busy: sending.isPending,
    problem: sending.error,
    forget: sending.reset,
    ask,
    setAsk: (next: Ask | null) => {
      sending.reset();
      setAsk(next);
    },
    decide: send,
    finish: () => send('finish'),
    itemAt: (key: string) => review?.items.find((line) => line.item === itemOf(key)),
  };
}

export type CoderReview = ReturnType<typeof useReviewOf>;

export const CoderReviewContext = createContext<CoderReview | null>(null);

export function useCoderReview(): CoderReview {
  const review = useContext(CoderReviewContext);
  if (!review) throw new Error('no review around this component');
  return review;
}
