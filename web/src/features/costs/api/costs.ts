import { queryOptions } from '@tanstack/react-query';
import type { CostsReply } from '@/api/types.gen';
import { getJson } from '@/lib/http';

/** What was spent in the last days, today included. */
export function costsQuery(days: number) {
  const from = new Date(Date.now() - (days - 1) * 24 * 3600 * 1000).toISOString().slice(0, 10);
  return queryOptions({
    queryKey: ['costs', from],
    queryFn: ({ signal }) => getJson<CostsReply>(`/costs?from=${from}`, signal),
  });
}
