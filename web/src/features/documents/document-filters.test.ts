import { describe, expect, it } from 'vitest';
import { filtersFrom, isFiltered, toAddress } from './document-filters';

describe('document filters', () => {
  it('go into the address and come back', () => {
    const filters = { type: 'X-RAY', state: 'processed', from: '2026-01-01', to: '' };
    expect(toAddress(filters).toString()).toBe('type=X-RAY&state=processed&from=2026-01-01');
    expect(filtersFrom(toAddress(filters))).toEqual(filters);
  });

  it.each(['type=MRI', 'state=lost', 'from=yesterday', 'to=2026-1-1', 'q=smith', ''])('leave out %j', (address) => {
    expect(isFiltered(filtersFrom(new URLSearchParams(address)))).toBe(false);
  });
});
