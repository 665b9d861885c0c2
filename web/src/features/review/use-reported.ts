import { useQueries } from '@tanstack/react-query';
import { codeQuery } from './api/document';
import type { Reported } from './code-advice';
import { isKept } from './coder-review';
import { useCoderReview } from './use-coder-review';

/** What the review reports beside one of its lines, and what the tabular list says of it as far as that is known. */
export function useReported(except: string | null, wanted = true) {
  const { review } = useCoderReview();
  const lines = review?.items.filter(({ item, sequence }) => sequence !== null && item !== except) ?? [];
  const reported = lines.map((line): Reported => ({ code: line.code, decided: isKept(line) }));
  const details = useQueries({ queries: [...new Set(reported.map(({ code }) => code))].map((code) => codeQuery(code, wanted)) });
  return { reported, details: details.flatMap(({ data }) => data ?? []) };
}
