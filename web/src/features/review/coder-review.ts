import type { ReviewDecision, ReviewItem, ReviewReply } from '@/api/types.gen';

/** Items count from 1, keys of answers from 0; an added code has its item for its key. */
export function itemOf(key: string): string {
  return key.startsWith('a') ? key : key.charAt(0) + (Number(key.slice(1)) + 1);
}

export function keyOf(item: string): string {
  return item.startsWith('a') ? item : item.charAt(0) + (Number(item.slice(1)) - 1);
}

export function isKept(item: ReviewItem): boolean {
  return item.verdict === 'accepted' || item.verdict === 'amended' || item.verdict === 'added' || item.verdict === 'restored';
}

/** The added codes that still stand, in their sequence. */
export function addedItems(review: ReviewReply | undefined): ReviewItem[] {
  return review?.items.filter((item) => item.origin === 'added' && item.verdict !== 'rejected') ?? [];
}

/** The key of the next code that nobody decided on, after `key` and from there round; undefined when all are decided. */
export function nextOpen(review: ReviewReply, key: string): string | undefined {
  const coded = review.items.filter((item) => item.origin === 'coded').toSorted((a, b) => numberOf(a) - numberOf(b));
  const at = coded.findIndex((item) => item.item === itemOf(key));
  const round = [...coded.slice(at + 1), ...coded.slice(0, at + 1)];
  const open = round.find((item) => item.verdict === 'open');
  return open && keyOf(open.item);
}

const numberOf = (item: ReviewItem) => Number(item.item.slice(1));

export function progressOf({ decided, total }: Pick<ReviewReply, 'decided' | 'total'>): string {
  return total === 0 ? 'No code to decide on' : `${decided} of ${total} decided`;
}

/** The items in the sequence asked for: what is reported, with `item` one place earlier. */
export function movedUp(review: ReviewReply, item: string): string[] {
  const listed = review.items.filter((line) => line.sequence !== null).map((line) => line.item);
  const at = listed.indexOf(item);
  if (at > 0) listed.splice(at - 1, 0, ...listed.splice(at, 1));
  return listed;
}

const DID: Record<ReviewDecision['action'], string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  amend: 'Amended',
  add: 'Added',
  restore: 'Overruled the rule on',
  sequence: 'Changed the sequence',
  undo: 'Took back',
  finish: 'Finished the review',
  reopen: 'Opened the review again',
};

/** One decision in a few words: which code, and which one instead. */
export function decisionWords(decision: ReviewDecision, review: ReviewReply): string {
  const did = DID[decision.action];
  if (decision.action === 'undo') return `${did} decision ${decision.undoes}`;
  const proposed = review.items.find((item) => item.item === decision.item);
  const about = proposed?.proposed_code ?? proposed?.code;
  if (decision.action === 'amend') return `${did} ${about} to ${decision.code}`;
  return [did, about ?? decision.code].filter(Boolean).join(' ');
}

/** The longest quote that the server takes. */
export const LONGEST_QUOTE = 300;

export type Quote = { start: number; end: number; quote: string };

/** A selection without the white space around it; null when nothing is left or it is too long to be a quote. */
export function quoteOf(text: string, from: number, to: number): Quote | null {
  const raw = text.slice(from, to);
  const quote = raw.trim();
  if (!quote || quote.length > LONGEST_QUOTE) return null;
  const start = from + raw.indexOf(quote);
  return { start, end: start + quote.length, quote };
}

/** Where words that somebody typed stand in the text, letter for letter; null when they do not. */
export function placeOf(text: string, words: string): Quote | null {
  const quote = words.trim();
  const start = quote ? text.indexOf(quote) : -1;
  return start < 0 || quote.length > LONGEST_QUOTE ? null : { start, end: start + quote.length, quote };
}
