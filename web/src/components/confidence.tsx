import { cn } from '@/lib/cn';
import { percent } from '@/lib/format';

/** A confidence as a bar and its number; the number is what a screen reader hears. */
export function Confidence({ value, className }: { value: number; className?: string }) {
  const width = Math.max(0, Math.min(1, value)) * 100;
  return (
    <span className={cn('inline-flex items-center gap-2 text-sm text-muted tabular-nums', className)}>
      <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-1.5 w-14 rounded-full">
        <rect width="100" height="8" className="fill-line" />
        <rect width={width} height="8" className={value < 0.5 ? 'fill-line-strong' : 'fill-accent'} />
      </svg>
      <span>
        <span className="sr-only">Confidence </span>
        {percent(value)}
      </span>
    </span>
  );
}
