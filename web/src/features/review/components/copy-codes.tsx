import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { Code } from '@/api/types.gen';
import { Button } from '@/components/ui/button';

const SHOWN_MS = 1600;

/** Puts the codes on the clipboard, one a line, in their sequence. */
export function CopyCodes({ codes }: { codes: readonly Pick<Code, 'code'>[] }) {
  const [copied, setCopied] = useState(false);
  if (codes.length === 0 || !('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(codes.map(({ code }) => code).join('\n'));
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Button variant="ghost" size="sm" className="-my-1" onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{copied ? 'Copied' : 'Copy codes'}</span>
    </Button>
  );
}
