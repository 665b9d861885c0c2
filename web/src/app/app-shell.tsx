import { useQuery } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useRoute } from 'wouter';
import { Button } from '@/components/ui/button';
import { sessionQuery } from '@/features/session/api/session';
import { Account } from '@/features/session/components/account';
import { EmergencyBanner } from '@/features/session/components/emergency-access';
import { cn } from '@/lib/cn';
import { may } from '@/lib/permissions';
import { useHotkeys } from '@/lib/use-hotkeys';
import { ShortcutsDialog } from './shortcuts-dialog';
import { ThemeToggle } from './theme-toggle';

export function AppShell({ children }: { children: ReactNode }) {
  const [help, setHelp] = useState(false);
  useHotkeys({ '?': () => setHelp(true) });
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 left-2 z-10 -translate-y-20 rounded-lg bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        To the content
      </a>
      <header className="flex h-14 shrink-0 items-center gap-2 border-b bg-surface px-4 sm:gap-6 sm:px-6">
        <Link href="/" className="flex items-center gap-2.5 font-semibold tracking-tight">
          <Mark />
          <span className="max-sm:sr-only">Medical Document AI</span>
        </Link>
        <Pages />
        <div className="ml-auto flex gap-1">
          <Account />
          <Button variant="ghost" size="icon" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => setHelp(true)} className="max-sm:hidden">
            <Keyboard aria-hidden />
          </Button>
          <ThemeToggle />
        </div>
      </header>
      <EmergencyBanner />
      <main id="main" tabIndex={-1} className="relative min-h-0 grow overflow-y-auto focus:outline-none">
        {children}
      </main>
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Those that the reader's roles open. */
function Pages() {
  const session = useQuery(sessionQuery).data;
  return (
    <nav aria-label="Pages" className="flex min-w-0 gap-1 overflow-x-auto">
      <NavLink href="/">Documents</NavLink>
      <NavLink href="/evals">Evaluation</NavLink>
      {may(session, 'costs') && <NavLink href="/costs">Costs</NavLink>}
      {may(session, 'administer') && <NavLink href="/operations">Operations</NavLink>}
      {session?.sign_in && may(session, 'administer') && <NavLink href="/admin">Administration</NavLink>}
      {session?.sign_in && may(session, 'audit') && <NavLink href="/audit">Audit</NavLink>}
    </nav>
  );
}

function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const [isHere] = useRoute(href);
  const [isDocument] = useRoute('/documents/:id');
  const link = useRef<HTMLAnchorElement>(null);
  const current = isHere || (href === '/' && isDocument);
  // On a phone the pages stand in a row that scrolls: the one that is open stays in sight.
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <Link
      ref={link}
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cn('rounded-md px-3 py-1.5 text-sm font-medium text-muted hover:text-ink', current && 'bg-sunken text-ink')}
    >
      {children}
    </Link>
  );
}

function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-7">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M9 10h14M9 22h9" className="stroke-on-accent" strokeWidth="2.4" strokeLinecap="round" />
      <rect x="7.5" y="13.2" width="17" height="5.6" rx="1.6" className="fill-mark-code-line" />
    </svg>
  );
}
