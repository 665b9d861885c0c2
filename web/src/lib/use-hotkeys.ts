import { useEffect, useRef } from 'react';

const STORED = 'shortcuts';

/** Single-key shortcuts can be switched off (WCAG 2.1.4): a voice user's words would trigger them. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

export function setShortcuts(on: boolean): void {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page, which is not at all.
  }
}

export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

/** Binds keys by `KeyboardEvent.key` while the component is mounted; silent in fields and dialogs. */
export function useHotkeys(keys: Hotkeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const action = latest.current[event.key];
      if (!action || !shortcutsOn()) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}
