import { Bone, Droplet, FileQuestion, FlaskConical, NotebookText, Scan } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { typeLabel } from '@/lib/document-types';

const ICONS = {
  'COMPLETE BLOOD COUNT': Droplet,
  'BASIC METABOLIC PANEL': FlaskConical,
  'X-RAY': Bone,
  CT: Scan,
  'CLINICAL NOTE': NotebookText,
};

export function TypeBadge({ type }: { type: string }) {
  const Icon = ICONS[type as keyof typeof ICONS] ?? FileQuestion;
  return (
    <Badge className="rounded-md bg-transparent px-0 text-sm font-normal text-ink">
      <Icon aria-hidden className="text-muted" strokeWidth={1.75} />
      {typeLabel(type)}
    </Badge>
  );
}
