import type { AnalysisVersion, CodeChange, ComparisonReply, LabChange } from '@/api/types.gen';
import { plural, score } from '@/lib/format';

/** What made a run, in one line. */
export function madeBy(version: AnalysisVersion): string {
  const rules = version.rules_version && `rules ${version.rules_version}`;
  return [`${version.engine} ${version.engine_version}`.trim(), version.model, version.terminology_release, rules].filter(Boolean).join(' · ');
}

/** The page that shows a run in full. */
export function addressOf(id: number, { version, newest }: Pick<AnalysisVersion, 'version' | 'newest'>): string {
  return `/documents/${id}${newest ? '' : `?version=${version}`}`;
}

/** The run that an address names; null for the newest. */
export function versionOf(address: URLSearchParams): number | null {
  const named = address.get('version') ?? '';
  return /^[1-9]\d{0,8}$/.test(named) ? Number(named) : null;
}

/** The two runs that a reader most likely wants side by side: the newest and the one before. */
export function usualPair(versions: readonly AnalysisVersion[]): { from: number; to: number } {
  return { from: versions[1]?.version ?? 0, to: versions[1] ? (versions[0]?.version ?? 0) : 0 };
}

const FIELDS: Record<string, string> = {
  first_listed: 'first-listed',
  evidence: 'evidence',
  rules: 'rules',
  value: 'value',
  low: 'lower limit',
  high: 'upper limit',
  loinc: 'LOINC',
};

/** How a code differs, such as "confidence 0.80, was 0.90". */
export function codeDifference({ change, fields, from, to }: CodeChange): string {
  if (change !== 'changed' || !from || !to) return '';
  return fields
    .map((field) => {
      if (field === 'confidence') return `confidence ${score(to.confidence)}, was ${score(from.confidence)}`;
      if (field === 'status') return `${to.status}, was ${from.status}`;
      return `other ${FIELDS[field] ?? field}`;
    })
    .join('; ');
}

export function labDifference({ change, fields, from, to }: LabChange): string {
  const lab = to ?? from;
  if (!lab) return '';
  const said = `${lab.comparator}${lab.value_text} ${lab.unit}`.trim();
  if (change !== 'changed' || !from) return said;
  if (fields.includes('value')) return `${said}, was ${from.comparator}${from.value_text} ${from.unit}`.trim();
  return `${said}; other ${fields.map((field) => FIELDS[field] ?? field).join(', ')}`;
}

/** What both runs say alike, so that a short list of differences is not mistaken for a short document. */
export function sameParts({ same_codes: codes, same_lab_results: labs, same_statements: statements }: ComparisonReply): string {
  return `Alike in both: ${plural(codes, 'code')}, ${plural(labs, 'lab value')}, ${plural(statements, 'statement')}.`;
}

export function isAlike({ codes, lab_results: labs, summary, document_type: type }: ComparisonReply): boolean {
  return codes.length + labs.length + summary.length === 0 && !type.changed;
}
