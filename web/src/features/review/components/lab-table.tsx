import { ArrowDown, ArrowUp, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { LabResult } from '@/api/types.gen';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import { rangePicture } from '../lab-range';
import type { Select } from '../use-selection';

type LabTableProps = { labs: readonly LabResult[]; selectedKey: string; onSelect: Select };

export function LabTable({ labs, selectedKey, onSelect }: LabTableProps) {
  return (
    <table className="w-full overflow-hidden rounded-xl border-separate border-spacing-0 border bg-surface text-sm tabular-nums">
      <thead className="text-left text-xs text-muted">
        <tr className="[&_th]:border-b [&_th]:px-2.5 [&_th]:py-2 [&_th]:font-medium [&_th:first-child]:pl-4">
          <th scope="col">Test</th>
          <th scope="col" className="text-right">
            Value
          </th>
          <th scope="col">Range</th>
          <th scope="col">
            <span className="sr-only">Flag</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {labs.map((lab, i) => {
          const key = `l${i}`;
          return <LabRow key={key} lab={lab} answerKey={key} selected={selectedKey === key} onSelect={onSelect} />;
        })}
      </tbody>
    </table>
  );
}

type LabRowProps = { lab: LabResult; answerKey: string; selected: boolean; onSelect: Select };

function LabRow({ lab, answerKey, selected, onSelect }: LabRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const abnormal = lab.flag !== null && lab.flag !== 'NORMAL';
  return (
    <tr
      ref={row}
      data-answer={answerKey}
      onClick={() => onSelect(answerKey)}
      className={cn(
        'cursor-pointer scroll-my-12 hover:bg-sunken/60 [&_td]:px-2.5 [&:not(:last-child)>*]:border-b',
        selected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <th scope="row" className="py-1 pr-2.5 pl-4 text-left font-normal">
        <button type="button" aria-pressed={selected} className="min-h-7 text-left" title={lab.loinc ? `LOINC ${lab.loinc}` : undefined}>
          {lab.name}
          {lab.analyte && lab.analyte !== lab.name && <span className="ml-1.5 hidden text-xs text-muted 2xl:inline">{lab.analyte}</span>}
        </button>
      </th>
      <td className="text-right whitespace-nowrap">
        <span className={cn(abnormal && 'font-semibold')}>
          {lab.comparator}
          {lab.value_text || lab.value}
        </span>{' '}
        <span className="text-xs text-muted">{lab.unit}</span>
      </td>
      <td className="w-30">
        <RangeBar lab={lab} />
      </td>
      <td className="w-16 pr-4 text-right">
        <FlagBadge lab={lab} />
      </td>
    </tr>
  );
}

const MARKER: Record<string, string> = { HIGH: 'fill-high', LOW: 'fill-low', ABNORMAL: 'fill-warn' };

function RangeBar({ lab }: { lab: LabResult }) {
  const picture = rangePicture(lab.value, lab.low, lab.high);
  return (
    <span className="flex flex-col gap-0.5">
      {picture && (
        <svg aria-hidden viewBox="0 0 100 10" className="h-2.5 w-25">
          <rect y="3.5" width="100" height="3" rx="1.5" className="fill-line" />
          <rect x={picture.from} y="3.5" width={picture.to - picture.from} height="3" className="fill-good/60" />
          <circle cx={picture.at} cy="5" r="3.6" className={cn('stroke-surface', MARKER[lab.flag ?? ''] ?? 'fill-ink')} />
        </svg>
      )}
      <span className="text-xs whitespace-nowrap text-muted">
        {rangeText(lab)}
        {lab.flag_source === 'our_range' && rangeText(lab) && <abbr title="Our range: the report prints none"> *</abbr>}
      </span>
    </span>
  );
}

function rangeText({ low, high }: LabResult): string {
  if (low !== null && high !== null) return `${low} – ${high}`;
  if (high !== null) return `up to ${high}`;
  return low !== null ? `from ${low}` : '';
}

function FlagBadge({ lab }: { lab: LabResult }) {
  if (lab.flag === null) return null;
  if (lab.flag === 'NORMAL') return <span className="sr-only">Normal</span>;
  if (lab.flag === 'ABNORMAL') return <Badge tone="warn">Abnormal</Badge>;
  const Arrow = lab.flag === 'HIGH' ? ArrowUp : ArrowDown;
  return (
    <Badge tone={lab.flag === 'HIGH' ? 'high' : 'low'} className="px-2">
      {lab.critical ? <TriangleAlert aria-hidden /> : <Arrow aria-hidden />}
      {lab.critical && <span className="sr-only">Critical, </span>}
      {lab.flag === 'HIGH' ? 'High' : 'Low'}
    </Badge>
  );
}
