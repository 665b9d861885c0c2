import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { DOCUMENT_TYPES, typeLabel } from '@/lib/document-types';
import { DOCUMENT_STATES, type DocumentFilters, isFiltered } from '../document-filters';
import { stateLabel } from './state-badge';

type FilterBarProps = {
  filters: DocumentFilters;
  search: string;
  onFilters: (filters: DocumentFilters) => void;
  onSearch: (search: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
};

export function FilterBar({ filters, search, onFilters, onSearch, searchField }: FilterBarProps) {
  const set = (change: Partial<DocumentFilters>) => onFilters({ ...filters, ...change });
  const clear = () => {
    onFilters({ type: '', state: '', from: '', to: '' });
    onSearch('');
  };
  return (
    <search className="grid grid-cols-2 gap-2 lg:flex lg:flex-wrap">
      <span className="relative col-span-2 grow">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
        <Input
          ref={searchField}
          type="search"
          aria-label="Search by file name"
          placeholder="Search by file name"
          autoComplete="off"
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          className="w-full min-w-56 pr-10 pl-9"
        />
        {!search && <Kbd className="absolute top-2.5 right-3 hidden sm:inline-flex">/</Kbd>}
      </span>
      <Select aria-label="Type" value={filters.type} onChange={(event) => set({ type: event.target.value })} className="lg:w-48">
        <option value="">All types</option>
        {DOCUMENT_TYPES.map((type) => (
          <option key={type} value={type}>
            {typeLabel(type)}
          </option>
        ))}
      </Select>
      <Select aria-label="State" value={filters.state} onChange={(event) => set({ state: event.target.value })} className="lg:w-36">
        <option value="">All states</option>
        {DOCUMENT_STATES.map((state) => (
          <option key={state} value={state}>
            {stateLabel(state)}
          </option>
        ))}
      </Select>
      <DateField label="From" value={filters.from} onChange={(from) => set({ from })} />
      <DateField label="To" value={filters.to} onChange={(to) => set({ to })} />
      {(isFiltered(filters) || search) && (
        <Button variant="ghost" onClick={clear} className="col-span-2">
          <X aria-hidden /> Clear
        </Button>
      )}
    </search>
  );
}

function DateField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="flex items-center gap-2 text-sm text-muted">
      {label}
      <Input
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="w-full min-w-0 grow text-sm lg:w-38"
      />
    </label>
  );
}
