import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DecisionRequest, ReviewReply } from '@/api/types.gen';
import { keepReview, sendDecision } from './coder-review';

/**
 * Makes decisions one after the other, each on the state that the one before left: every one stands in the history by itself
 * and can be taken back. Where one is refused, those before it stay made.
 */
export function useCarryOver(id: number) {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const carry = useMutation({
    mutationFn: async ({ review, decisions }: { review: ReviewReply; decisions: readonly DecisionRequest[] }) => {
      let state = review;
      setDone(0);
      for (const decision of decisions) {
        // oxlint-disable-next-line no-await-in-loop -- each names the state that the one before made
        state = await sendDecision(id, state, decision);
        keepReview(client, id, state);
        setDone((made) => made + 1);
      }
    },
    onError: () => client.invalidateQueries({ queryKey: ['document', id, 'review'] }),
  });
  return { ...carry, done };
}
