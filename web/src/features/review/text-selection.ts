import { type RefObject, useEffect, useState } from 'react';
import { type Quote, quoteOf } from './coder-review';

/** The words of the document that are selected within `pane`, with their place; null when none are. */
export function useTextSelection(text: string, pane: RefObject<HTMLElement | null>): Quote | null {
  const [quote, setQuote] = useState<Quote | null>(null);
  useEffect(() => {
    const read = () => setQuote(pane.current ? selectedQuote(text, pane.current) : null);
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [text, pane]);
  return quote;
}

function selectedQuote(text: string, pane: HTMLElement): Quote | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, pane);
  const end = offsetOf(range.endContainer, range.endOffset, pane);
  return start === null || end === null ? null : quoteOf(text, start, end);
}

/** The characters of a page are drawn one for one, so what stands before a point in its element counts its offset. */
function offsetOf(node: Node, offset: number, pane: HTMLElement): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const page = element?.closest<HTMLElement>('[data-text-start]');
  if (!page || !pane.contains(page)) return null;
  const before = document.createRange();
  before.selectNodeContents(page);
  before.setEnd(node, offset);
  return Number(page.dataset['textStart']) + before.toString().length;
}
