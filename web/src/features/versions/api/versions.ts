import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AnalysisDetail, AnalysisVersion, AnalyzeRequest, ComparisonReply, Job } from '@/api/types.gen';
import { ApiProblem, getJson, request } from '@/lib/http';
import { randomName } from '@/lib/random-name';

const WHILE_RUNNING_MS = 700;

export function versionsQuery(id: number, wanted: boolean) {
  return queryOptions({
    queryKey: ['document', id, 'analyses'],
    queryFn: ({ signal }) => getJson<AnalysisVersion[]>(`/documents/${id}/analyses`, signal),
    enabled: wanted,
  });
}

/** A run in full, as it was stored; it never changes. */
export function versionQuery(id: number, version: number | null) {
  return queryOptions({
    queryKey: ['document', id, 'analyses', version],
    queryFn: ({ signal }) => getJson<AnalysisDetail>(`/documents/${id}/analyses/${version}`, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Runs never change, so neither does what they say differently. */
export function comparisonQuery(id: number, from: number, to: number) {
  return queryOptions({
    queryKey: ['comparison', id, from, to],
    queryFn: ({ signal }) => getJson<ComparisonReply>(`/documents/${id}/analyses/compare?from=${from}&to=${to}`, signal),
    enabled: from > 0 && to > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** @param name tells the order from any other */
type Order = { how: AnalyzeRequest; name: string };

/** Orders a run, follows its job, and lets everything that is shown of the document be asked for again at its end. */
export function useRunAgain(id: number) {
  const client = useQueryClient();
  const order = useMutation({
    // Asked again when no answer came: under the same name, so that it stays one order.
    retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.status === 0,
    mutationFn: async ({ how, name }: Order) => {
      const response = await request(`/documents/${id}/analyses`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': name },
        body: JSON.stringify(how),
      });
      return (await response.json()) as Job;
    },
  });
  const jobId = order.data?.id;
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => getJson<Job>(`/jobs/${jobId}`, signal),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : WHILE_RUNNING_MS),
  });
  const ended = isOver(job.data) ? job.data : undefined;
  useEffect(() => {
    if (ended?.state === 'done') void client.invalidateQueries({ queryKey: ['document', id] });
  }, [client, id, ended]);
  const run = (how: AnalyzeRequest) => order.mutate({ how, name: randomName() });
  return { run, running: order.isPending || (jobId !== undefined && !ended), ended, error: order.error ?? job.error };
}

function isOver(job: Job | undefined): boolean {
  return job !== undefined && job.state !== 'queued' && job.state !== 'running';
}
