import { Select } from '@/components/ui/field';

type StateFilterProps<T extends string> = { states: readonly T[]; labels: Record<T, string>; value: T | ''; onValue: (state: T | '') => void };

export function StateFilter<T extends string>({ states, labels, value, onValue }: StateFilterProps<T>) {
  return (
    <Select
      aria-label="State"
      value={value}
      onChange={(event) => onValue(states.find((state) => state === event.target.value) ?? '')}
      className="w-full sm:w-52"
    >
      <option value="">All states</option>
      {states.map((state) => (
        <option key={state} value={state}>
          {labels[state]}
        </option>
      ))}
    </Select>
  );
}
