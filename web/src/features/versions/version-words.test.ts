import { describe, expect, it } from 'vitest';
import type { AnalysisVersion, Code, CodeChange, LabChange, LabResult } from '@/api/types.gen';
import { codeDifference, labDifference, madeBy, usualPair } from './version-words';

const version = (n: number): AnalysisVersion => ({
  version: n,
  job_id: n,
  created_at: '2026-04-01T00:00:00Z',
  engine: 'local',
  engine_version: '0.1.0',
  model: null,
  terminology_release: 'FY2026-2026-04-01',
  rules_version: 'abc',
  document_type: 'CT',
  codes_count: 0,
  newest: n === 2,
});

const code = (confidence: number, status: Code['status']): Code => ({
  code: 'I10',
  description: 'Hypertension',
  confidence,
  status,
  first_listed: false,
  rationale: '',
  rules: [],
  evidence: [],
  evidence_spans: [],
});

const lab = (value: string): LabResult => ({
  name: 'Hgb',
  analyte: null,
  loinc: null,
  value: Number(value),
  comparator: '',
  value_text: value,
  unit: 'g/dL',
  low: null,
  high: null,
  flag: null,
  flag_source: 'none',
  critical: false,
  evidence: [],
  evidence_spans: [],
});

describe('the words for runs', () => {
  it('names what made a run, and leaves out what is not known', () => {
    expect(madeBy(version(1))).toBe('local 0.1.0 · FY2026-2026-04-01 · rules abc');
    expect(madeBy({ ...version(1), rules_version: '', model: 'm' })).toBe('local 0.1.0 · m · FY2026-2026-04-01');
  });

  it('puts the newest beside the one before', () => {
    expect(usualPair([version(3), version(2), version(1)])).toEqual({ from: 2, to: 3 });
    expect(usualPair([version(1)])).toEqual({ from: 0, to: 0 });
  });

  it('says how a code and a value differ', () => {
    const change: CodeChange = { change: 'changed', code: 'I10', fields: ['status', 'confidence', 'rules'], from: code(0.9, 'reported'), to: code(0.8, 'suggested') };
    expect(codeDifference(change)).toBe('suggested, was reported; confidence 0.80, was 0.90; other rules');
    expect(codeDifference({ ...change, change: 'added', from: null })).toBe('');
    const value: LabChange = { change: 'changed', name: 'Hgb', fields: ['value'], from: lab('9.1'), to: lab('9.7') };
    expect(labDifference(value)).toBe('9.7 g/dL, was 9.1 g/dL');
    expect(labDifference({ ...value, fields: ['low'] })).toBe('9.7 g/dL; other lower limit');
    expect(labDifference({ ...value, change: 'removed', to: null })).toBe('9.1 g/dL');
  });
});
