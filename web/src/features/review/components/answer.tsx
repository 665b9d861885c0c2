import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from '@/lib/cn';

type AnswerProps = {
  answerKey: string;
  selected: boolean;
  onSelect: () => void;
  label: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** One answer in the list: its head is a button that lights its evidence; what else there is shows when it is selected. */
export function Answer({ answerKey, selected, onSelect, label, children, className }: AnswerProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li
      ref={item}
      data-answer={answerKey}
      className={cn(
        'scroll-my-4 rounded-xl border bg-surface transition-colors hover:border-line-strong/70',
        selected && 'border-accent shadow-[0_0_0_1px_var(--accent)] hover:border-accent',
        className,
      )}
    >
      <button type="button" aria-pressed={selected} onClick={onSelect} className="block w-full rounded-xl px-4 py-3 text-left">
        {label}
      </button>
      {selected && children && <div className="flex flex-col gap-3 px-4 pb-4">{children}</div>}
    </li>
  );
}
