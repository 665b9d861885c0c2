import { dollars, formatCalendarDate } from '@/lib/format';
import type { DaySum } from '../cost-figures';

const WIDTH = 720;
const HEIGHT = 200;
const FLOOR = HEIGHT - 28;
const ROOF = 22;

/** A bar for each day; the dearest one carries its amount. */
export function CostChart({ sums }: { sums: readonly DaySum[] }) {
  const most = Math.max(1, ...sums.map((sum) => sum.microDollars));
  const step = WIDTH / Math.max(1, sums.length);
  const dearest = sums.findIndex((sum) => sum.microDollars === most);
  const first = sums[0];
  const last = sums.at(-1);
  return (
    <figure className="rounded-2xl border bg-surface p-5">
      <figcaption className="text-sm font-medium">US dollars a day</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sums
          .filter((sum) => sum.microDollars > 0)
          .map((sum) => `${formatCalendarDate(sum.day)}: ${dollars(sum.microDollars)}`)
          .join('; ')}
        className="mt-2 w-full"
      >
        {sums.map((sum, i) => {
          const height = sum.microDollars === 0 ? 0 : Math.max(2, (sum.microDollars / most) * (FLOOR - ROOF));
          return <rect key={sum.day} x={i * step + 1} y={FLOOR - height} width={Math.max(1, step - 2)} height={height} rx={2} className="fill-accent" />;
        })}
        {dearest >= 0 && (
          <text
            x={Math.min(WIDTH - 30, Math.max(30, (dearest + 0.5) * step))}
            y={ROOF - 6}
            textAnchor="middle"
            className="fill-muted text-[12px] tabular-nums"
          >
            {dollars(most)}
          </text>
        )}
        <line x1={0} x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} className="stroke-line-strong" />
        {first && last && (
          <>
            <text x={0} y={FLOOR + 18} className="fill-muted text-[12px]">
              {formatCalendarDate(first.day)}
            </text>
            <text x={WIDTH} y={FLOOR + 18} textAnchor="end" className="fill-muted text-[12px]">
              {formatCalendarDate(last.day)}
            </text>
          </>
        )}
      </svg>
    </figure>
  );
}
