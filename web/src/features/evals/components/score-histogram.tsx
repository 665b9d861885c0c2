import type { EvalTestResult } from '@/api/types.gen';
import { plural } from '@/lib/format';

const BINS = 10;
const WIDTH = 300;
const HEIGHT = 300;
const FLOOR = HEIGHT - 40;
const STEP = (WIDTH - 16) / BINS;

/** How the documents' own F1 is spread: many perfect and a few lost, or all half right? */
export function ScoreHistogram({ items }: { items: readonly EvalTestResult[] }) {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const { metrics } of items) {
    const bin = Math.min(BINS - 1, Math.floor(metrics.f1 * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const perfect = items.filter((item) => item.metrics.f1 >= 1).length;
  return (
    <figure className="rounded-2xl border bg-surface p-5">
      <figcaption className="text-sm font-medium">Documents by their F1</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={counts.map((count, i) => `${i / BINS} to ${(i + 1) / BINS}: ${count}`).join('; ')}
        className="mx-auto mt-2 w-full max-w-md"
      >
        {counts.map((count, bin) => {
          const height = (count / most) * (FLOOR - 24);
          const left = 8 + bin * STEP;
          return (
            <g key={left}>
              <rect x={left + 2} y={FLOOR - height} width={STEP - 4} height={height} rx={2} className="fill-accent" />
              {count > 0 && (
                <text x={left + STEP / 2} y={FLOOR - height - 5} textAnchor="middle" className="fill-muted text-[10px]">
                  {count}
                </text>
              )}
              <text x={left} y={FLOOR + 15} textAnchor="middle" className="fill-muted text-[10px]">
                {bin / BINS}
              </text>
            </g>
          );
        })}
        <line x1={6} x2={WIDTH - 6} y1={FLOOR + 0.5} y2={FLOOR + 0.5} className="stroke-line-strong" />
        <text x={8 + BINS * STEP} y={FLOOR + 15} textAnchor="middle" className="fill-muted text-[10px]">
          1
        </text>
      </svg>
      <p className="mt-3 text-xs text-muted">{plural(perfect, 'document')} with every code right and none too many.</p>
    </figure>
  );
}
