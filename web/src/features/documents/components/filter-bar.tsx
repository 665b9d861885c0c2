import { Search, SlidersHorizontal, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
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
  const [unfolded, setUnfolded] = useState(isFiltered(filters));
  const foldable = unfolded ? '' : 'max-lg:hidden';
  const set = (change: Partial<DocumentFilters>) => onFilters({ ...filters, ...change });
  const clear = () => {
    onFilters({ type: '', state: '', from: '', to: '' });
    onSearch('');
  };
  return (
    <search className="grid grid-cols-2 gap-2 lg:flex">
      <span className="col-span-2 flex grow gap-2">
        <span className="relative grow">
        <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
        <Input
          ref={searchField}
          type="search"
          aria-label="Search by file name"
          placeholder="Search by file name"
          autoComplete="off"
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          className="w-full min-w-40 pr-10 pl-9"
        />
          {!search && <Kbd className="absolute top-2.5 right-3 hidden sm:inline-flex">/</Kbd>}
        </span>
        <Button
          size="icon"
          className="size-10 lg:hidden"
          aria-label="Filters"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          <SlidersHorizontal aria-hidden />
        </Button>
      </span>
      <Select aria-label="Type" value={filters.type} onChange={(event) => set({ type: event.target.value })} className={`lg:w-48 ${foldable}`}>
        <option value="">All types</option>
        {DOCUMENT_TYPES.map((type) => (
          <option key={type} value={type}>
            {typeLabel(type)}
          </option>
        ))}
      </Select>
      <Select aria-label="State" value={filters.state} onChange={(event) => set({ state: event.target.value })} className={`lg:w-36 ${foldable}`}>
        <option value="">All states</option>
        {DOCUMENT_STATES.map((state) => (
          <option key={state} value={state}>
            {stateLabel(state)}
          </option>
        ))}
      </Select>
      <DateField label="From" className={foldable} value={filters.from} onChange={(from) => set({ from })} />
      <DateField label="To" className={foldable} value={filters.to} onChange={(to) => set({ to })} />
      {(isFiltered(filters) || search) && (
        <Button variant="ghost" onClick={clear} className="col-span-2">
          <X aria-hidden /> Clear
        </Button>
      )}
    </search>
  );
}

type DateFieldProps = { label: string; value: string; className: string; onChange: (value: string) => void };

function DateField({ label, value, className, onChange }: DateFieldProps) {
  return (
    <label className={`flex items-center gap-2 text-sm text-muted ${className}`}>
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
