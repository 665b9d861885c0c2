import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

export function ThemeToggle() {
  const [theme, setTheme] = useState(() => document.documentElement.dataset['theme'] ?? 'light');
  const next = theme === 'dark' ? 'light' : 'dark';
  const toggle = () => {
    document.documentElement.dataset['theme'] = next;
    try {
      localStorage.setItem('theme', next);
    } catch {
      // Storage may be forbidden; the choice then holds until the page is loaded again.
    }
    setTheme(next);
  };
  return (
    <Button variant="ghost" size="icon" aria-label={`Use ${next} colours`} title={`Use ${next} colours`} onClick={toggle}>
      {theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </Button>
  );
}
