import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Quote } from '../../coder-review';
import { useCoderReview } from '../../use-coder-review';

/** Under the text while words of it are selected: a code can be added that rests on them. */
export function SelectionOffer({ quote }: { quote: Quote | null }) {
  const { canDecide, setAsk } = useCoderReview();
  if (!quote || !canDecide) return null;
  return (
    <div className="flex items-center gap-3 border-t bg-surface px-4 py-2">
      <q className="min-w-0 grow truncate text-sm">{quote.quote}</q>
      {/* Pressing the button must not take the selection away that it is about. */}
      <Button size="sm" variant="primary" onPointerDown={(event) => event.preventDefault()} onClick={() => setAsk({ kind: 'add', quote })}>
        <Plus aria-hidden />
        Add a code
      </Button>
    </div>
  );
}
