import type { Share } from '@/api/types.gen';

/** One bar of the chart: parts of 100, in the order they are drawn. */
export type Bar = { share: Share; given: number; accepted: number; amended: number; rejected: number };

/** The subjects that the engine gave codes for, those most disagreed on first; at most `limit`. */
export function bars(shares: readonly Share[], limit: number): Bar[] {
  return shares
    .map((share) => ({ share, given: share.accepted + share.amended + share.rejected }))
    .filter(({ given }) => given > 0)
    .slice(0, limit)
    .map(({ share, given }) => ({
      share,
      given,
      accepted: (share.accepted / given) * 100,
      amended: (share.amended / given) * 100,
      rejected: (share.rejected / given) * 100,
    }));
}

export type Total = { accepted: number; amended: number; rejected: number; added: number; restored: number };

/** Over all categories: each code stands in one of them. */
export function total(categories: readonly Share[]): Total {
  const sum = { accepted: 0, amended: 0, rejected: 0, added: 0, restored: 0 };
  for (const share of categories) {
    for (const part of ['accepted', 'amended', 'rejected', 'added', 'restored'] as const) sum[part] += share[part];
  }
  return sum;
}
