import type { CostDay, CostsReply } from '@/api/types.gen';

export type DaySum = { day: string; microDollars: number };

const DAY_MS = 24 * 3600 * 1000;

/** Every day of the reply, also those without a call, each with the sum of its models. */
export function sumsByDay({ from, to, days }: Pick<CostsReply, 'from' | 'to' | 'days'>): DaySum[] {
  const sums = new Map<string, number>();
  for (const { day, micro_dollars } of days) sums.set(day, (sums.get(day) ?? 0) + micro_dollars);
  const all: DaySum[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    all.push({ day, microDollars: sums.get(day) ?? 0 });
  }
  return all;
}

/** The share of what went in that came from the server's cache; null when nothing went in. */
export function cachedShare(days: readonly CostDay[]): number | null {
  let read = 0;
  let all = 0;
  for (const day of days) {
    read += day.cache_read_tokens;
    all += day.input_tokens + day.cache_write_tokens + day.cache_read_tokens;
  }
  return all === 0 ? null : read / all;
}
