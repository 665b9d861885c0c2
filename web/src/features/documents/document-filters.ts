import { DOCUMENT_TYPES } from '@/lib/document-types';

export const DOCUMENT_STATES = ['stored', 'queued', 'running', 'processed', 'failed'] as const;

/** What narrows the list and stands in the address. The search does not: people search for patients' names. */
export type DocumentFilters = { type: string; state: string; from: string; to: string };

const ONE_OF: Record<'type' | 'state', readonly string[]> = { type: DOCUMENT_TYPES, state: DOCUMENT_STATES };
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads filters from an address; what it does not know it leaves out, so that an old link still opens. */
export function filtersFrom(address: URLSearchParams): DocumentFilters {
  const known = (name: 'type' | 'state') => {
    const value = address.get(name) ?? '';
    return ONE_OF[name].includes(value) ? value : '';
  };
  const date = (name: string) => {
    const value = address.get(name) ?? '';
    return CALENDAR_DATE.test(value) ? value : '';
  };
  return { type: known('type'), state: known('state'), from: date('from'), to: date('to') };
}

export function toAddress(filters: DocumentFilters): URLSearchParams {
  return new URLSearchParams(Object.entries(filters).filter(([, value]) => value));
}

export function isFiltered(filters: DocumentFilters): boolean {
  return Object.values(filters).some(Boolean);
}
