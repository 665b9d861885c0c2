/** A place in the text that something was read from. Offsets are UTF-16 indexes, `[start, end)`. */
export type Highlight = { key: string; start: number; end: number };

/** A run of text under the same highlights; `keys` is empty between highlights. */
export type Segment = { start: number; end: number; keys: string[] };

/**
 * Cuts `[from, to)` of the text where highlights begin and end, so that each piece is drawn once however highlights
 * overlap. The pieces follow one another without gap and joined give the text back. Highlights that are empty or lie
 * outside are left out; one that begins or ends inside a surrogate pair grows to the whole character. Keys keep the
 * order of `highlights`.
 */
export function segments(text: string, highlights: readonly Highlight[], from = 0, to = text.length): Segment[] {
  const edges: Edge[] = [];
  highlights.forEach((highlight, rank) => {
    const start = wholeCharacter(text, Math.max(from, highlight.start), -1);
    const end = wholeCharacter(text, Math.min(to, highlight.end), 1);
    if (!(start < end)) return;
    edges.push({ at: start, rank, opens: true }, { at: end, rank, opens: false });
  });
  edges.sort((a, b) => a.at - b.at);

  const cut: Segment[] = [];
  const open = new Set<number>();
  let at = from;
  for (const edge of edges) {
    if (edge.at > at) {
      cut.push({ start: at, end: edge.at, keys: keysOf(open, highlights) });
      at = edge.at;
    }
    if (edge.opens) open.add(edge.rank);
    else open.delete(edge.rank);
  }
  if (at < to) cut.push({ start: at, end: to, keys: [] });
  return cut;
}

type Edge = { at: number; rank: number; opens: boolean };

function keysOf(open: Set<number>, highlights: readonly Highlight[]): string[] {
  const ranks = [...open].toSorted((a, b) => a - b);
  return [...new Set(ranks.flatMap((rank) => highlights[rank]?.key ?? []))];
}

function wholeCharacter(text: string, index: number, step: -1 | 1): number {
  const inside = isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1));
  return inside ? index + step : index;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Where `query` occurs, ignoring case; at most `limit` places, none overlapping. */
export function findAll(text: string, query: string, limit = 500): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const needle = fold(query.trim());
  if (!needle) return found;
  const hay = fold(text);
  for (let at = hay.indexOf(needle); at >= 0 && found.length < limit; at = hay.indexOf(needle, at + needle.length)) {
    found.push({ start: at, end: at + needle.length });
  }
  return found;
}

/** Lower case at the same offsets: the few letters that change length in lower case stay as they are. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let same = '';
  for (const character of text) {
    const folded = character.toLowerCase();
    same += folded.length === character.length ? folded : character;
  }
  return same;
}

/** Whether a text sets columns by spaces, as laboratory reports do; it needs letters of one width then. */
export function hasColumns(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim());
  const columned = lines.filter((line) => /\S(?: {3,}|\t)\S/.test(line)).length;
  return columned >= 3 && columned / lines.length > 0.15;
}
