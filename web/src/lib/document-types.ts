/** The wire's names, in the order a person looks for them; OTHER is an answer, never a hint. */
export const TYPE_HINTS = ['COMPLETE BLOOD COUNT', 'BASIC METABOLIC PANEL', 'X-RAY', 'CT', 'CLINICAL NOTE'] as const;
export const DOCUMENT_TYPES = [...TYPE_HINTS, 'OTHER'] as const;

const LABELS: Record<string, string> = {
  'COMPLETE BLOOD COUNT': 'Complete blood count',
  'BASIC METABOLIC PANEL': 'Basic metabolic panel',
  'X-RAY': 'X-ray',
  CT: 'CT',
  'CLINICAL NOTE': 'Clinical note',
  OTHER: 'Other',
};

export function typeLabel(type: string): string {
  return LABELS[type] ?? type;
}
