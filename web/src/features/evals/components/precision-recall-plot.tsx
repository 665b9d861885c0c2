import { typeLabel } from '@/lib/document-types';
import { score } from '@/lib/format';
import type { TypeFigures } from '../eval-figures';

const SIZE = 300;
const LEFT = 44;
const TOP = 14;
const BOTTOM = 40;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const F1_LINES = [0.5, 0.7, 0.9];

const x = (recall: number) => LEFT + recall * (SIZE - LEFT - 16);
const y = (precision: number) => TOP + (1 - precision) * (SIZE - TOP - BOTTOM);

/** Where each type stands between precision and recall; the curves join points of equal F1. */
export function PrecisionRecallPlot({ rows }: { rows: readonly TypeFigures[] }) {
  const coded = rows.filter((row) => row.codes > 0);
  return (
    <figure className="rounded-2xl border bg-surface p-5">
      <figcaption className="text-sm font-medium">Precision and recall by type</figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={sentence(coded)} className="mx-auto mt-2 w-full max-w-md">
        {TICKS.map((tick) => (
          <g key={tick} className="fill-muted text-[10px]">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} className="stroke-line" />
            <text x={x(0) - 6} y={y(tick) + 3} textAnchor="end">
              {tick}
            </text>
            <text x={x(tick)} y={y(0) + 14} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {F1_LINES.map((f1) => (
          <path key={f1} d={f1Curve(f1)} className="fill-none stroke-line-strong/60" strokeDasharray="3 3" />
        ))}
        <text x={x(0.5)} y={SIZE - 6} textAnchor="middle" className="fill-muted text-[11px]">
          Recall
        </text>
        <text transform={`translate(11 ${y(0.5)}) rotate(-90)`} textAnchor="middle" className="fill-muted text-[11px]">
          Precision
        </text>
        {coded.map((row, rank) => (
          <g key={row.type}>
            <circle cx={x(row.recall)} cy={y(row.precision)} r={9} className="fill-accent stroke-surface" strokeWidth={1.5} />
            <text x={x(row.recall)} y={y(row.precision) + 3.5} textAnchor="middle" className="fill-on-accent text-[10px] font-semibold">
              {rank + 1}
            </text>
          </g>
        ))}
      </svg>
      <ol className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {coded.map((row, rank) => (
          <li key={row.type}>
            <span className="font-semibold text-ink">{rank + 1}</span> {typeLabel(row.type)}
          </li>
        ))}
      </ol>
    </figure>
  );
}

function sentence(rows: readonly TypeFigures[]): string {
  return rows.map((r) => `${typeLabel(r.type)}: precision ${score(r.precision)}, recall ${score(r.recall)}`).join('; ');
}

/** Precision over recall at one F1: p = f r / (2 r - f). */
function f1Curve(f1: number): string {
  const from = f1 / (2 - f1);
  const points = Array.from({ length: 33 }, (_, i) => from + ((1 - from) * i) / 32);
  return points.map((r, i) => `${i ? 'L' : 'M'}${x(r).toFixed(1)} ${y((f1 * r) / (2 * r - f1)).toFixed(1)}`).join('');
}
