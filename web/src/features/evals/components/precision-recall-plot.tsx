import { typeLabel } from '@/lib/document-types';
import { score } from '@/lib/format';
import type { TypeFigures } from '../eval-figures';
import { axisFloor, f1Points } from '../plot-scale';

const SIZE = 300;
const LEFT = 44;
const TOP = 14;
const BOTTOM = 40;
const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const F1_LINES = [0.2, 0.4, 0.6, 0.7, 0.8, 0.9];

/** Where each type stands between precision and recall; the curves join points of equal F1. */
export function PrecisionRecallPlot({ rows }: { rows: readonly TypeFigures[] }) {
  const coded = rows.filter((row) => row.codes > 0);
  const floor = axisFloor(coded);
  const along = (value: number) => (value - floor) / (1 - floor);
  const x = (recall: number) => LEFT + along(recall) * (SIZE - LEFT - 16);
  const y = (precision: number) => TOP + (1 - along(precision)) * (SIZE - TOP - BOTTOM);
  const ticks = STEPS.map((step) => floor + step * (1 - floor));
  return (
    <figure className="rounded-2xl border bg-surface p-5">
      <figcaption className="text-sm font-medium">Precision and recall by type</figcaption>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={sentence(coded)} className="mx-auto mt-2 w-full max-w-md">
        {ticks.map((tick) => (
          <g key={tick} className="fill-muted text-[10px]">
            <line x1={x(floor)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <line x1={x(tick)} x2={x(tick)} y1={y(floor)} y2={y(1)} className="stroke-line" />
            <text x={x(floor) - 6} y={y(tick) + 3} textAnchor="end">
              {tickLabel(tick)}
            </text>
            <text x={x(tick)} y={y(floor) + 14} textAnchor="middle">
              {tickLabel(tick)}
            </text>
          </g>
        ))}
        {F1_LINES.map((f1) => (
          <path key={f1} d={path(f1Points(f1, floor).map((point) => [x(point.recall), y(point.precision)] as const))} className="fill-none stroke-line-strong/60" strokeDasharray="3 3" />
        ))}
        <text x={x((1 + floor) / 2)} y={SIZE - 6} textAnchor="middle" className="fill-muted text-[11px]">
          Recall
        </text>
        <text transform={`translate(11 ${y((1 + floor) / 2)}) rotate(-90)`} textAnchor="middle" className="fill-muted text-[11px]">
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

const tickLabel = (tick: number) => String(Number(tick.toFixed(2)));

function path(points: (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
