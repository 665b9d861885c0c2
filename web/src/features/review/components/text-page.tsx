import { memo, useMemo } from 'react';
import type { Page } from '@/api/types.gen';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import { hasColumns, type Highlight, type Segment, segments } from '@/lib/highlight';
import { kindOf } from '../evidence';

export type Lit = { key: string; start: number; end: number };

type TextPageProps = {
  page: Page;
  of: number;
  text: string;
  highlights: readonly Highlight[];
  /** The selected answer; empty on a page it does not touch, so that only the pages it does are drawn anew. */
  litKey: string;
  currentMatch: string;
};

/** One page of the document's text. Text stays text: nothing in it is ever read as markup. */
export const TextPage = memo(function TextPage({ page, of, text, highlights, litKey, currentMatch }: TextPageProps) {
  const pieces = useMemo(() => segments(text, highlights, page.start, page.end), [text, highlights, page]);
  const columns = useMemo(() => hasColumns(text.slice(page.start, page.end)), [text, page]);
  return (
    // As wide as its lines where these must not wrap: a page not in view is not drawn, and what sticks out of it is cut off.
    <section aria-label={`Page ${page.number}`} className={cn('text-page', columns && 'w-max min-w-full sm:w-auto')}>
      {(of > 1 || page.origin !== 'text') && (
        <p className="mb-3 flex items-center gap-3 text-xs text-muted">
          {of > 1 && `Page ${page.number} of ${of}`}
          {page.origin === 'ocr' && <Badge tone="warn">Read from an image</Badge>}
          {page.origin === 'none' && <Badge tone="warn">Nothing could be read</Badge>}
        </p>
      )}
      <div
        data-text-start={page.start}
        className={cn(
          'break-words whitespace-pre-wrap',
          columns ? 'font-mono text-xs leading-[1.75] whitespace-pre sm:text-[0.8125rem] sm:whitespace-pre-wrap' : 'max-w-[46rem] text-base leading-[1.75]',
        )}
      >
        {pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} text={text} litKey={litKey} currentMatch={currentMatch} />
        ))}
      </div>
    </section>
  );
});

function Piece({ piece, text, litKey, currentMatch }: { piece: Segment; text: string; litKey: string; currentMatch: string }) {
  const shown = text.slice(piece.start, piece.end);
  if (piece.keys.length === 0) return shown;
  const match = piece.keys.find((key) => key.startsWith('?'));
  const keys = piece.keys.filter((key) => !key.startsWith('?'));
  const lit = litKey !== '' && keys.includes(litKey);
  return (
    <mark
      className="evidence"
      data-keys={keys.join(' ')}
      data-start={piece.start}
      data-kind={kindOf(keys[0] ?? '')}
      data-lit={lit ? litKind(litKey) : undefined}
      data-found={match && (match === currentMatch ? 'current' : 'yes')}
    >
      {shown}
    </mark>
  );
}

function litKind(key: string): string {
  const kind = kindOf(key);
  return kind === 'quiet' ? 'code' : kind;
}
