import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, LoaderCircle, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Job } from '@/api/types.gen';
import { Message, sentenceOf } from '@/components/message';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatMoment, plural } from '@/lib/format';
import { isRetryable, isUnfinished, JOB_STATES, type JobState, jobsQuery, useJobAction } from '../api/jobs';
import { PagedList } from './paged-list';
import { StateFilter } from './state-filter';

const LABELS: Record<Job['state'], string> = { failed: 'Failed', queued: 'In the queue', running: 'Running', cancelled: 'Cancelled', done: 'Done' };
const TONES = { failed: 'high', queued: 'accent', running: 'accent', cancelled: 'warn', done: 'neutral' } as const;

/** The work on documents; what failed for good is shown first, since it waits for a person. */
export function JobsView() {
  const [state, setState] = useState<JobState>('failed');
  const jobs = useInfiniteQuery(jobsQuery(state));
  return (
    <section aria-label="Jobs" className="flex flex-col gap-4">
      <StateFilter states={JOB_STATES} labels={LABELS} value={state} onValue={setState} />
      <PagedList asked={jobs} label="Jobs" trouble="The jobs could not be loaded" empty={<NoJobs failed={state === 'failed'} />}>
        {(job) => <JobLine key={job.id} job={job} />}
      </PagedList>
    </section>
  );
}

function NoJobs({ failed }: { failed: boolean }) {
  return failed ? (
    <Message icon={CircleCheck} title="No job has failed">
      A job that cannot be done after several attempts waits here for a decision.
    </Message>
  ) : (
    <Message icon={ListChecks} title="There is no such job">
      Each document that is uploaded or run again has one.
    </Message>
  );
}

function JobLine({ job }: { job: Job }) {
  return (
    <li data-job={job.id} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(12rem,1fr)_auto_10rem] md:items-center md:px-6">
      <span className="min-w-0">
        <Link href={`/documents/${job.document_id}`} className="font-medium text-accent hover:underline">
          Document {job.document_id}
        </Link>
        <span className="block text-sm text-muted">
          {`Job ${job.id} · ${plural(job.attempts, 'attempt')} · `}
          <time dateTime={job.finished_at ?? job.created_at}>{formatMoment(job.finished_at ?? job.created_at)}</time>
        </span>
        {job.failure && (
          <span className="block text-sm break-words">
            <span className="font-medium">{job.failure.title}.</span> {job.failure.detail}
          </span>
        )}
      </span>
      <span className="flex flex-wrap gap-2">
        {job.priority === 'bulk' && <Badge>bulk</Badge>}
        {job.upgrade && <Badge>asks Claude again</Badge>}
        <Badge tone={TONES[job.state]}>
          {job.state === 'running' && <LoaderCircle aria-hidden className="animate-spin" />}
          {LABELS[job.state]}
        </Badge>
      </span>
      <JobActions job={job} />
    </li>
  );
}

function JobActions({ job }: { job: Job }) {
  const action = useJobAction(job.id);
  return (
    <span className="flex flex-col gap-1 md:items-end">
      {isRetryable(job) && (
        <Button size="sm" className="self-start md:self-end" disabled={action.isPending} onClick={() => action.mutate('retry')} aria-label={`Try again: job ${job.id}`}>
          Try again
        </Button>
      )}
      {isUnfinished(job) && (
        <Button size="sm" className="self-start md:self-end" disabled={action.isPending} onClick={() => action.mutate('cancel')} aria-label={`Cancel job ${job.id}`}>
          Cancel
        </Button>
      )}
      {action.isError && (
        <span role="alert" className="text-sm text-high">
          {sentenceOf(action.error)}
        </span>
      )}
    </span>
  );
}
