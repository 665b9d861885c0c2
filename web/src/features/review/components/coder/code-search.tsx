import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sentenceOf } from '@/components/message';
import { Input } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { useDebounced } from '@/lib/use-debounced';
import { codeSearchQuery } from '../../api/coder-review';

type CodeSearchProps = { label: string; initial: string; chosen: string; onChoose: (code: string, billable: boolean) => void };

/** Finds a code by words or by its beginning. One that is not billable can be looked at: what is under it can be chosen. */
export function CodeSearch({ label, initial, chosen, onChoose }: CodeSearchProps) {
  const [words, setWords] = useState(initial);
  const field = useId();
  const sought = useDebounced(words.trim());
  const { data, error, isFetching } = useQuery(codeSearchQuery(sought));
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={field} className="text-sm font-medium">
        {label}
      </label>
      <Input
        id={field}
        type="search"
        autoComplete="off"
        placeholder="Words, or a code"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {error && (
        <p role="alert" className="text-sm text-high">
          {sentenceOf(error)}
        </p>
      )}
      {!data && isFetching && <Skeleton className="h-24" />}
      {data && data.codes.length === 0 && <p className="text-sm text-muted">No code is found by these words.</p>}
      {data && data.codes.length > 0 && (
        <fieldset className="max-h-56 overflow-y-auto rounded-lg border">
          <legend className="sr-only">Codes found</legend>
          {data.codes.map((code) => (
            <label
              key={code.code}
              className={cn('flex items-baseline gap-2.5 border-b px-3 py-2 text-sm last:border-b-0', 'hover:bg-sunken', !code.billable && 'text-muted')}
            >
              <input
                type="radio"
                name="code"
                value={code.code}
                checked={chosen === code.code}
                onChange={() => onChoose(code.code, code.billable)}
                className="accent-accent"
              />
              <span className="font-mono font-semibold">{code.code}</span>
              <span>
                {code.description}
                {!code.billable && ' (not billable)'}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
