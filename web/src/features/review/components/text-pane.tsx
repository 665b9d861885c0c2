import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type MouseEvent, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentTextReply } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { findAll, type Highlight } from '@/lib/highlight';
import { clicked, type EvidenceIndex } from '../evidence';
import type { Select, Selection } from '../use-selection';
import { useTextSelection } from '../text-selection';
import { SelectionOffer } from './coder/selection-offer';
import { TextPage } from './text-page';

type TextPaneProps = {
  document: DocumentTextReply;
  evidence: EvidenceIndex;
  selection: Selection;
  onSelect: Select;
  findField: RefObject<HTMLInputElement | null>;
};

/** The document's text with its evidence: a click on a highlight selects the answer that rests on it. */
export function TextPane({ document, evidence, selection, onSelect, findField }: TextPaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const find = useFind(document.text, pane);
  const selected = useTextSelection(document.text, pane);
  const highlights = useMemo(() => [...evidence.highlights, ...find.highlights], [evidence, find.highlights]);

  useEffect(() => {
    const place = evidence.places.get(selection.key)?.[selection.quote];
    if (place) scrollTo(pane.current, place.start);
  }, [evidence, selection]);

  const onClick = (event: MouseEvent) => {
    if (window.getSelection()?.isCollapsed === false) return;
    const mark = event.target instanceof Element && event.target.closest('mark');
    if (!mark) return;
    const key = clicked((mark.dataset['keys'] ?? '').split(' ').filter(Boolean), selection.key);
    if (key) onSelect(key, placeAt(evidence, key, Number(mark.dataset['start'])));
  };

  return (
    <div className="flex h-full min-h-0 flex-col">
      <FindBar find={find} field={findField} />
      {/* Clicks are a short cut here: by keyboard the same answers are reached in their list. */}
      {/* oxlint-disable-next-line click-events-have-key-events, no-noninteractive-element-interactions, no-noninteractive-tabindex */}
      <div ref={pane} tabIndex={0} role="region" aria-label="Text of the document" onClick={onClick} className="relative min-h-0 grow overflow-y-auto px-5 py-6 focus-visible:outline-offset-[-3px] sm:px-8">
        <div className="flex flex-col gap-10">
          {document.pages.map((page) => (
            <TextPage
              key={page.number}
              page={page}
              of={document.pages.length}
              text={document.text}
              highlights={highlights}
              litKey={selection.key}
              currentMatch={find.current}
            />
          ))}
        </div>
      </div>
      <SelectionOffer quote={selected} />
    </div>
  );
}

/** Which of an answer's places covers an offset. */
function placeAt(evidence: EvidenceIndex, key: string, offset: number): number {
  return Math.max(0, evidence.places.get(key)?.findIndex(({ start, end }) => start <= offset && offset < end) ?? 0);
}

/** Scrolls the pane so that the piece of text at an offset stands in its upper third. */
function scrollTo(pane: HTMLElement | null, offset: number): void {
  if (!pane) return;
  const marks = pane.querySelectorAll<HTMLElement>('mark[data-start]');
  const mark = [...marks].find((m) => Number(m.dataset['start']) >= offset);
  if (!mark) return;
  const box = mark.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  if (box.top > view.top + 24 && box.bottom < view.bottom - 48) return;
  mark.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

type Find = ReturnType<typeof useFind>;

function useFind(text: string, pane: RefObject<HTMLElement | null>) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const sought = useDeferredValue(query);
  const matches = useMemo(() => (sought.trim().length > 1 ? findAll(text, sought) : []), [text, sought]);
  const highlights = useMemo<Highlight[]>(() => matches.map((place, i) => ({ key: `?${i}`, ...place })), [matches]);

  const start = matches[at]?.start;
  useEffect(() => {
    if (start !== undefined) scrollTo(pane.current, start);
  }, [start, pane]);

  return {
    query,
    highlights,
    at,
    current: `?${at}`,
    seek: (next: string) => {
      setQuery(next);
      setAt(0);
    },
    step: (by: 1 | -1) => setAt((now) => (matches.length ? (now + by + matches.length) % matches.length : 0)),
  };
}

function FindBar({ find, field }: { find: Find; field: RefObject<HTMLInputElement | null> }) {
  const count = find.highlights.length;
  return (
    <search className="flex items-center gap-1 border-b px-3 py-1.5 sm:px-5">
      <Search aria-hidden className="ml-2 size-4 shrink-0 text-muted" />
      <Input
        ref={field}
        type="search"
        aria-label="Find in the text"
        placeholder="Find in the text"
        autoComplete="off"
        value={find.query}
        onChange={(event) => find.seek(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') {
            find.seek('');
            event.currentTarget.blur();
          }
        }}
        className="h-9 min-w-0 grow border-transparent bg-transparent hover:border-transparent"
      />
      {find.query.trim().length > 1 && (
        <>
          <span aria-live="polite" className="text-sm whitespace-nowrap text-muted tabular-nums">
            {count ? `${find.at + 1} of ${count}` : 'Not found'}
          </span>
          <Button variant="ghost" size="icon" aria-label="Previous match" disabled={!count} onClick={() => find.step(-1)}>
            <ChevronUp aria-hidden />
          </Button>
          <Button variant="ghost" size="icon" aria-label="Next match" disabled={!count} onClick={() => find.step(1)}>
            <ChevronDown aria-hidden />
          </Button>
        </>
      )}
    </search>
  );
}
