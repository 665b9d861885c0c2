import { queryOptions } from '@tanstack/react-query';
import type { Agreement } from '@/api/types.gen';
import { getJson } from '@/lib/http';

/** Where coders and the engine disagree, over the finished reviews. */
export const agreementQuery = queryOptions({
  queryKey: ['review', 'agreement'],
  queryFn: ({ signal }) => getJson<Agreement>('/review/agreement', signal),
});
