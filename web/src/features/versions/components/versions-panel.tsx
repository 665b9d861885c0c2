import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AnalysisVersion } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { formatDay, formatTime, plural } from '@/lib/format';
import { versionsQuery } from '../api/versions';
import { addressOf, madeBy, usualPair } from '../version-words';
import { ComparisonView } from './comparison-view';
import { RunAgain } from './run-again';

type VersionsPanelProps = {
  id: number;
  /** The run that the page shows; null for the newest. */
  shown: number | null;
  onShow: () => void;
};

/** Every run, the newest first; two of them side by side; and the way to another. */
export function VersionsPanel({ id, shown, onShow }: VersionsPanelProps) {
  const { data: versions, error } = useQuery(versionsQuery(id, true));
  if (error) {
    return (
      <p role="alert" className="mt-3 text-high">
        {sentenceOf(error)}
      </p>
    );
  }
  return (
    <div className="mt-4 flex flex-col gap-6">
      {versions ? <VersionList id={id} versions={versions} shown={shown} onShow={onShow} /> : <Skeleton className="h-24" />}
      <RunAgain id={id} />
      {versions && versions.length > 1 && <Compare key={versions.length} id={id} versions={versions} />}
    </div>
  );
}

function VersionList({ id, versions, shown, onShow }: VersionsPanelProps & { versions: readonly AnalysisVersion[] }) {
  if (versions.length === 0) return <p className="text-muted">Nothing has run on it yet.</p>;
  const isShown = ({ version, newest }: AnalysisVersion) => (shown === null ? newest : version === shown);
  return (
    <ol aria-label="Runs" className="flex flex-col divide-y rounded-xl border">
      {versions.map((version) => (
        <li key={version.version} data-version={version.version} className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-4 py-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">Version {version.version}</span>
            {version.newest && <Badge>newest</Badge>}
            {isShown(version) && <Badge tone="accent">shown</Badge>}
            <span className="text-sm text-muted">
              <time dateTime={version.created_at}>{`${formatDay(version.created_at)}, ${formatTime(version.created_at)}`}</time>
              {` · ${plural(version.codes_count, 'code')}`}
            </span>
          </p>
          {!isShown(version) && (
            <Button asChild size="sm" className="row-span-2">
              <Link href={addressOf(id, version)} onClick={onShow}>
                Show<span className="sr-only"> version {version.version}</span>
              </Link>
            </Button>
          )}
          <p className="col-start-1 text-sm break-words text-muted">{madeBy(version)}</p>
        </li>
      ))}
    </ol>
  );
}

function Compare({ id, versions }: { id: number; versions: readonly AnalysisVersion[] }) {
  const [pair, setPair] = useState(() => usualPair(versions));
  const side = (label: string, value: number, onChange: (version: number) => void) => (
    <label className="flex items-center gap-2 text-sm text-muted">
      {label}
      <Select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {versions.map(({ version }) => (
          <option key={version} value={version}>
            Version {version}
          </option>
        ))}
      </Select>
    </label>
  );
  return (
    <section aria-label="Comparison" className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-4">
        {side('Compare', pair.from, (from) => setPair({ ...pair, from }))}
        {side('with', pair.to, (to) => setPair({ ...pair, to }))}
      </div>
      <ComparisonView id={id} from={pair.from} to={pair.to} />
    </section>
  );
}
