import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { setShortcuts, shortcutsOn } from '@/lib/use-hotkeys';

const SHORTCUTS: [string[], string][] = [
  [['j', 'k'], 'Next and previous code'],
  [['c'], 'Go through the codes'],
  [['a'], 'Accept the code'],
  [['r'], 'Reject the code, or take out an added one'],
  [['e'], 'Amend: take another code instead'],
  [['o'], 'Overrule the rule that refused a code'],
  [['n'], 'Add a code'],
  [['u'], 'Undo the last decision'],
  [['l'], 'Go through the lab values'],
  [['s'], 'Go through the summary'],
  [['v'], 'Show the runs on a document, and compare them'],
  [['h'], 'Place a legal hold on a document, as an administrator'],
  [['/'], 'Search the documents, or find in the text'],
  [['Esc'], 'Put the light out'],
  [['?'], 'Show these keys'],
];

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts">
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2.5">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={what} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 flex items-center justify-between gap-4">
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={on}
            onChange={() => {
              setShortcuts(!on);
              setOn(!on);
            }}
          />
          Single keys act
        </label>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
