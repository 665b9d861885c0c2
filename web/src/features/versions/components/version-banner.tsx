import { History } from 'lucide-react';
import { Link } from 'wouter';
import type { AnalysisDetail } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { formatMoment } from '@/lib/format';
import { madeBy } from '../version-words';

type VersionBannerProps = { id: number; run: AnalysisDetail; newest: number };

/** Stands over earlier results, so that nobody takes them for those in force. */
export function VersionBanner({ id, run, newest }: VersionBannerProps) {
  return (
    <section aria-label="Earlier results" className="mx-4 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-accent-soft px-4 py-2 text-sm sm:mx-6">
      <History aria-hidden className="size-4 shrink-0 text-accent" />
      <div className="min-w-0 grow basis-60">
        <span className="block font-medium text-accent">{`Version ${run.version} of ${newest}: earlier results, to be read only`}</span>
        <span className="block break-words text-muted">
          <time dateTime={run.created_at}>{formatMoment(run.created_at)}</time>
          {` · ${madeBy(run)}`}
        </span>
      </div>
      <Button asChild size="sm">
        <Link href={`/documents/${id}`}>Show the newest</Link>
      </Button>
    </section>
  );
}
