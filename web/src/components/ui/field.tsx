import { ChevronDown } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn';

const FIELD =
  'h-10 rounded-lg border border-line-strong/60 bg-surface px-3 text-ink placeholder:text-muted hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(FIELD, className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(FIELD, 'h-auto py-2', className)} {...props} />;
}

type LabelledProps = Omit<ComponentProps<'input'>, 'onChange'> & { label: string; onValue: (value: string) => void; hint?: ReactNode };

/** A field under its name. */
export function LabelledInput({ label, onValue, hint, ...props }: LabelledProps) {
  const id = useId();
  const described = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <Input id={id} required aria-describedby={hint ? described : undefined} onChange={(event) => onValue(event.target.value)} {...props} />
      {hint && (
        <p id={described} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

type ChoicesProps<T extends string> = { legend: string; options: readonly T[]; chosen: readonly T[]; onChosen: (chosen: T[]) => void };

/** Some of several words, each its own checkbox. */
export function Choices<T extends string>({ legend, options, chosen, onChosen }: ChoicesProps<T>) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {options.map((option) => (
          <label key={option} className="flex min-h-6 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(option)}
              onChange={(event) => onChosen(options.filter((other) => (other === option ? event.target.checked : chosen.includes(other))))}
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The platform's own list: it works on every phone, with every screen reader, and needs no injected styles. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select className={cn(FIELD, 'w-full min-w-0 appearance-none pr-9')} {...props} />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
    </span>
  );
}
