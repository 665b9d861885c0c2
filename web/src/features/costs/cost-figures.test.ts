import { expect, test } from 'vitest';
import type { CostDay } from '@/api/types.gen';
import { cachedShare, sumsByDay } from './cost-figures';

function day(over: Partial<CostDay>): CostDay {
  return {
    day: '2026-03-01',
    model: 'm',
    documents: 1,
    calls: 1,
    estimated_calls: 0,
    input_tokens: 100,
    cache_write_tokens: 0,
    cache_read_tokens: 0,
    output_tokens: 10,
    micro_dollars: 5,
    ...over,
  };
}

test('days without a call are zero, models of a day are added', () => {
  const days = [day({}), day({ model: 'n', micro_dollars: 7 }), day({ day: '2026-03-03', micro_dollars: 1 })];
  expect(sumsByDay({ from: '2026-02-28', to: '2026-03-03', days })).toEqual([
    { day: '2026-02-28', microDollars: 0 },
    { day: '2026-03-01', microDollars: 12 },
    { day: '2026-03-02', microDollars: 0 },
    { day: '2026-03-03', microDollars: 1 },
  ]);
});

test('the share from the cache counts every kind of input', () => {
  expect(cachedShare([])).toBeNull();
  expect(cachedShare([day({ cache_write_tokens: 100, cache_read_tokens: 200 })])).toBe(0.5);
});
