import { describe, expect, test } from 'vitest';
import type { CodeDetail } from '@/api/types.gen';
import { companionsOf, conflictsOf, covers, missingOf } from './code-advice';

type Kind = CodeDetail['notes'][number]['kind'];

function detail(code: string, notes: [Kind, string[]][] = [], children: string[] = []): CodeDetail {
  return {
    code,
    description: '',
    billable: children.length === 0,
    path: [],
    children: children.map((child) => ({ code: child, description: '', billable: true })),
    notes: notes.map(([kind, codes]) => ({ kind, text: `${kind} ${codes.join()}`, codes })),
    terminology_release: '',
  };
}

describe('a note covers', () => {
  test.each([
    ['E10', 'E10.9', true],
    ['E10', 'E11.9', false],
    ['O24.4', 'O24.410', true],
    ['O24.4', 'O24.9', false],
    ['E16-E31', 'E20.0', true],
    ['E16-E31', 'E31.9', true],
    ['E16-E31', 'E32.0', false],
    ['J40-J4A', 'J44.9', true],
    ['E08.0-E08.2', 'E08.22', true],
  ])('%s, %s: %s', (noted, code, expected) => {
    expect(covers(noted, code)).toBe(expected);
  });
});

describe('Excludes1', () => {
  const type1 = { code: 'E10.9', decided: true };
  test('by the note of the code chosen', () => {
    expect(conflictsOf(detail('E11.9', [['EXCLUDES1', ['E10']]]), [type1], [])).toMatchObject([{ code: 'E10.9', by: 'E11.9', decided: true }]);
  });
  test('by the note of the code that is there', () => {
    const there = detail('E10.9', [['EXCLUDES1', ['E11']]]);
    expect(conflictsOf(detail('E11.9'), [type1], [there])).toMatchObject([{ code: 'E10.9', by: 'E10.9' }]);
  });
  test.each<[string, CodeDetail]>([
    ['another kind of note', detail('E11.9', [['EXCLUDES2', ['E10']]])],
    ['another code', detail('E11.9', [['EXCLUDES1', ['E13']]])],
    ['a note that covers its own code', detail('E11.9', [['EXCLUDES1', ['E08-E13']]])],
    ['the same code', detail('E10.9', [['EXCLUDES1', ['E10.9']]])],
  ])('not by %s', (_, chosen) => {
    expect(conflictsOf(chosen, [type1], [])).toEqual([]);
  });
});

test('companions are asked for, and found where they are reported', () => {
  const chosen = detail('I12.9', [
    ['USE_ADDITIONAL_CODE', ['N18.1-N18.4', 'N18.9']],
    ['CODE_FIRST', []],
    ['USE_ADDITIONAL_CODE', []],
    ['EXCLUDES1', ['I15.0']],
  ]);
  expect(companionsOf(chosen, [{ code: 'N18.31', decided: false }]).map(({ kind, there }) => [kind, there])).toEqual([
    ['USE_ADDITIONAL_CODE', 'N18.31'],
    ['CODE_FIRST', null],
  ]);
});

test.each([
  ['billable', detail('E11.9'), ''],
  ['a category', detail('E11', [], ['E11.0', 'E11.9']), 'not billable'],
  ['without its 7th character', detail('S52.501', [], ['S52.501A', 'S52.501B']), '7th character'],
])('what is missing: %s', (_, chosen, said) => {
  expect(missingOf(chosen)).toContain(said);
  expect(missingOf(chosen) === '').toBe(said === '');
});
