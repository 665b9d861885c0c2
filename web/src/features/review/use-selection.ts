import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';

/** The answer that is lit, and which of its quotes was asked for; `nudge` grows when it is asked for again. */
export type Selection = { key: string; quote: number; nudge: number };

/** The selected answer stands in the address by its short key, so that a colleague opens the same one. */
export function useSelection() {
  const [address, setAddress] = useSearchParams();
  const [asked, setAsked] = useState({ quote: 0, nudge: 0 });
  const key = address.get('at') ?? '';

  const select = useCallback(
    (next: string, quote = 0) => {
      setAsked(({ nudge }) => ({ quote, nudge: nudge + 1 }));
      setAddress(
        (kept) => {
          const moved = new URLSearchParams(kept);
          if (next) moved.set('at', next);
          else moved.delete('at');
          return moved;
        },
        { replace: true },
      );
    },
    [setAddress],
  );

  const selection = useMemo<Selection>(() => ({ key, ...asked }), [key, asked]);
  return { selection, select };
}

export type Select = ReturnType<typeof useSelection>['select'];
