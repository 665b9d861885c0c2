import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CodeMatches, DecisionRequest, ReviewReply } from '@/api/types.gen';
import { ApiProblem, getJson, request } from '@/lib/http';

/** Somebody else decided meanwhile. */
const STALE = 412;

function key(id: number, version: number | null) {
  return ['document', id, 'review', version];
}

/** @param version of the document's results; null for the newest */
export function reviewQuery(id: number, version: number | null) {
  return queryOptions({
    queryKey: key(id, version),
    queryFn: ({ signal }) => getJson<ReviewReply>(`/documents/${id}/review${version === null ? '' : `?version=${version}`}`, signal),
  });
}

export function codeSearchQuery(words: string) {
  return queryOptions({
    queryKey: ['codes', 'search', words],
    queryFn: ({ signal }) => getJson<CodeMatches>(`/codes?limit=20&q=${encodeURIComponent(words)}`, signal),
    enabled: words.length > 1,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What is sent: a decision, or the end of the review. Both say which state they were made on. */
type Sent = { review: ReviewReply; decision: DecisionRequest | 'finish' };

/** The review as it is after a decision that was made on the state given. */
export async function sendDecision(id: number, review: ReviewReply, decision: Sent['decision']): Promise<ReviewReply> {
  const finish = decision === 'finish';
  const response = await request(`/documents/${id}/review/${finish ? 'finish' : 'decisions'}`, {
    method: 'POST',
    headers: { 'If-Match': review.etag, ...(!finish && { 'Content-Type': 'application/json' }) },
    ...(!finish && { body: JSON.stringify(decision) }),
  });
  return (await response.json()) as ReviewReply;
}

/** Shows the newest results' review as it is now. */
export function keepReview(client: QueryClient, id: number, reply: ReviewReply): void {
  client.setQueryData(key(id, null), reply);
}

export function useDecide(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ review, decision }: Sent) => sendDecision(id, review, decision),
    onSuccess: (reply) => keepReview(client, id, reply),
    onError: (error) => {
      if (isStale(error)) void client.invalidateQueries({ queryKey: ['document', id] });
    },
  });
}

export function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === STALE;
}
