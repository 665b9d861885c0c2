import { useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, LoaderCircle, Play } from 'lucide-react';
import type { EvalReport } from '@/api/types.gen';
import { ErrorMessage, Message, sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { formatDay, formatTime, plural } from '@/lib/format';
import { latestEvalQuery, useRunEval } from '../api/eval-report';
import { figuresByType } from '../eval-figures';
import { FigureTiles } from './figure-tiles';
import { ItemList } from './item-list';
import { PrecisionRecallPlot } from './precision-recall-plot';
import { ScoreHistogram } from './score-histogram';
import { TypeTable } from './type-table';

export function EvalView() {
  const latest = useQuery(latestEvalQuery);
  const run = useRunEval();
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Evaluation</h1>
          <p className="mt-1 text-muted">{latest.data ? subtitle(latest.data) : 'How right the answers are, on documents with known codes.'}</p>
        </div>
        <Button onClick={() => run.mutate()} disabled={run.isPending}>
          {run.isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />}
          {run.isPending ? 'Running' : 'Run again'}
        </Button>
      </header>
      {run.isError && (
        <p role="alert" className="rounded-lg bg-high-soft px-4 py-3 text-high">
          {sentenceOf(run.error)}
        </p>
      )}
      {latest.isPending ? (
        <div role="status" className="flex flex-col gap-6">
          <span className="sr-only">Loading the report</span>
          <Skeleton className="h-32 rounded-2xl" />
          <Skeleton className="h-64 rounded-2xl" />
        </div>
      ) : latest.isError ? (
        <ErrorMessage error={latest.error} onRetry={() => latest.refetch()} title="The report could not be loaded" />
      ) : latest.data ? (
        <Report report={latest.data} />
      ) : (
        <Message icon={ChartNoAxesColumn} title="No evaluation has run yet">
          Run one: it takes the labelled documents that come with the product and compares every code.
        </Message>
      )}
    </div>
  );
}

function Report({ report }: { report: EvalReport }) {
  const byType = figuresByType(report.test_results);
  return (
    <>
      <FigureTiles report={report} />
      <TypeTable rows={byType} />
      <div className="grid gap-6 md:grid-cols-2">
        <PrecisionRecallPlot rows={byType} />
        <ScoreHistogram items={report.test_results} />
      </div>
      <ItemList items={report.test_results} />
    </>
  );
}

function subtitle({ items, mode, metadata }: EvalReport): string {
  const when = `${formatDay(metadata.created_at)}, ${formatTime(metadata.created_at)}`;
  return `${plural(items, 'document')} of ${metadata.dataset}, engine ${mode} ${metadata.engine_version}, ICD-10-CM ${metadata.terminology_release}, ${when}`;
}
