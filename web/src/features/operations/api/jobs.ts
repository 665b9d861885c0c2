import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job } from '@/api/types.gen';
import { getJson, request } from '@/lib/http';

export const JOB_STATES = ['failed', 'queued', 'running', 'cancelled', 'done'] as const;
export type JobState = (typeof JOB_STATES)[number] | '';

const PAGE_SIZE = 50;
const WHILE_WORKING_MS = 2000;
const KEY = ['jobs'];

/** Jobs, the newest first; asked again while any of those shown waits or runs. */
export function jobsQuery(state: JobState) {
  return infiniteQueryOptions({
    queryKey: [...KEY, state],
    queryFn: ({ pageParam, signal }) => getJson<Job[]>(`/jobs?limit=${PAGE_SIZE}${state && `&state=${state}`}${pageParam && `&before=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length === PAGE_SIZE ? String(page.at(-1)?.id ?? '') : undefined),
    refetchInterval: ({ state: asked }) => (asked.data?.pages.flat().some(isUnfinished) ? WHILE_WORKING_MS : false),
  });
}

export function isUnfinished(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}

export function isRetryable(job: Job): boolean {
  return job.state === 'failed' || job.state === 'cancelled';
}

/** Queues a job again, or takes it back. Whatever came of it, the list is asked for anew: a job moves on by itself. */
export function useJobAction(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: 'retry' | 'cancel') => request(`/jobs/${id}/${action}`, { method: 'POST' }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: KEY }), client.invalidateQueries({ queryKey: ['documents'] })]),
  });
}
