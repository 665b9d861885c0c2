const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function formatDay(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : DAY.format(date);
}

export function formatTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : TIME.format(date);
}

export function formatMoment(iso: string): string {
  return `${formatDay(iso)}, ${formatTime(iso)}`;
}

/** A calendar date (no time, no zone) as a person writes it. */
export function formatCalendarDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return year && month && day ? DAY.format(new Date(year, month - 1, day)) : isoDate;
}

const COUNT = new Intl.NumberFormat('en-US');

export function grouped(value: number): string {
  return COUNT.format(value);
}

/** Millionths of a US dollar as dollars: to the cent from a dollar on, to a hundredth of a cent below. */
export function dollars(micro: number): string {
  const digits = micro >= 1_000_000 || micro === 0 ? 2 : 4;
  return `$${(micro / 1_000_000).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A score to two digits; exactly one stays "1.00". */
export function score(value: number): string {
  return value.toFixed(2);
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
