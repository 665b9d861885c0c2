import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { EvalReport } from '@/api/types.gen';
import { ApiProblem, getJson } from '@/lib/http';

const KEY = ['evals', 'latest'];

/** The last stored report; null when none has ever run. */
export const latestEvalQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ signal }): Promise<EvalReport | null> => {
    try {
      return await getJson<EvalReport>('/eval/latest', signal);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    }
  },
});

export function useRunEval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => getJson<EvalReport>('/eval/quick'),
    onSuccess: (report) => client.setQueryData(KEY, report),
  });
}
