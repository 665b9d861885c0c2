import { describe, expect, it } from 'vitest';
import type { Share } from '@/api/types.gen';
import { bars, total } from './agreement-figures';

function share(subject: string, accepted: number, amended: number, rejected: number, added = 0): Share {
  return {
    subject,
    title: '',
    accepted,
    amended,
    rejected,
    added,
    refused: 0,
    restored: 1,
    accepted_share: null,
    amended_share: null,
    rejected_share: null,
  };
}

describe('bars', () => {
  it('are parts of a hundred', () => {
    expect(bars([share('I10', 2, 1, 1)], 5)).toMatchObject([{ given: 4, accepted: 50, amended: 25, rejected: 25 }]);
  });
  it('leave out what the engine gave no code for', () => {
    expect(bars([share('M10', 0, 0, 0, 3), share('I10', 1, 0, 0)], 5).map((bar) => bar.share.subject)).toEqual(['I10']);
  });
  it('are not more than asked for', () => {
    expect(bars([share('A', 1, 0, 0), share('B', 1, 0, 0)], 1)).toHaveLength(1);
  });
});

describe('total', () => {
  it('adds up', () => {
    expect(total([share('A', 1, 2, 3, 4), share('B', 1, 0, 0)])).toEqual({ accepted: 2, amended: 2, rejected: 3, added: 4, restored: 2 });
    expect(total([])).toEqual({ accepted: 0, amended: 0, rejected: 0, added: 0, restored: 0 });
  });
});
