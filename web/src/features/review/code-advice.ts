import type { CodeDetail } from '@/api/types.gen';

type Note = CodeDetail['notes'][number];

/** A code among those that the review reports as things stand. */
export type Reported = { code: string; decided: boolean };

/** Two codes that an Excludes1 note keeps apart; `by` is the code that has the note. */
export type Conflict = Reported & { by: string; text: string };

/** What a note asks for beside the code, and which reported code answers it. */
export type Companion = { kind: 'CODE_FIRST' | 'USE_ADDITIONAL_CODE' | 'CODE_ALSO'; text: string; there: string | null };

/** Whether a note's code or range, such as E10, O24.4 or E16-E31, covers a code. */
export function covers(noted: string, code: string): boolean {
  const [from = '', to] = noted.split('-').map(bare);
  const plain = bare(code);
  if (!to) return plain.startsWith(from);
  return plain.slice(0, from.length) >= from && plain.slice(0, to.length) <= to;
}

const bare = (code: string) => code.replace('.', '').toUpperCase();

/** The conflicts of a code with those reported, by its own notes and by theirs; each pair once. */
export function conflictsOf(detail: CodeDetail, reported: readonly Reported[], details: readonly CodeDetail[]): Conflict[] {
  return reported.flatMap((other) => {
    if (bare(other.code) === bare(detail.code)) return [];
    const own = excluding(detail, other.code);
    if (own) return [{ ...other, by: detail.code, text: own.text }];
    const theirs = details.find(({ code }) => code === other.code);
    const note = theirs && excluding(theirs, detail.code);
    return note ? [{ ...other, by: other.code, text: note.text }] : [];
  });
}

/** A note whose codes cover the code it stands at is about other uses of it, which no program can tell. */
function excluding(detail: CodeDetail, other: string): Note | undefined {
  return detail.notes.find(
    ({ kind, codes }) => kind === 'EXCLUDES1' && codes.some((noted) => covers(noted, other)) && !codes.some((noted) => covers(noted, detail.code)),
  );
}

/** Notes that ask for another code; headings without a code are left to the reader of the tabular list. */
export function companionsOf(detail: CodeDetail, reported: readonly Reported[]): Companion[] {
  return detail.notes.flatMap(({ kind, text, codes }) => {
    if (kind !== 'CODE_FIRST' && kind !== 'USE_ADDITIONAL_CODE' && kind !== 'CODE_ALSO') return [];
    if (codes.length === 0 && kind !== 'CODE_FIRST') return [];
    const there = reported.find(({ code }) => codes.some((noted) => covers(noted, code)));
    return [{ kind, text, there: there?.code ?? null }];
  });
}

/** Why a code cannot be reported as it is; empty for one that can. */
export function missingOf(detail: CodeDetail): string {
  if (detail.billable) return '';
  const seventh = detail.children.some(({ code }) => bare(code).length === 7);
  return seventh ? 'It lacks its 7th character.' : 'It is not billable: a more specific code is needed.';
}
