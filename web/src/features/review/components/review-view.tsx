import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { AnalysisResults, DocumentTextReply } from '@/api/types.gen';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useHotkeys } from '@/lib/use-hotkeys';
import { useMedia } from '@/lib/use-media';
import { addedItems } from '../coder-review';
import { evidenceIndex, neighbour } from '../evidence';
import { CoderReviewContext, useReviewOf } from '../use-coder-review';
import { useCoderKeys } from '../use-coder-keys';
import { type Select, useSelection } from '../use-selection';
import { AnswerPanel } from './answer-panel';
import { DecisionDialog } from './coder/decision-dialog';
import { SelectionBar } from './selection-bar';
import { TextPane } from './text-pane';

type ReviewViewProps = {
  id: number;
  /** Which results these are, where they are not the newest. */
  version?: number | null;
  results: AnalysisResults;
  document: DocumentTextReply;
};

/** Answers beside the text they come from; on a narrow screen, one behind the other. */
export function ReviewView({ id, version = null, results, document }: ReviewViewProps) {
  const coder = useReviewOf(id, version);
  const wide = useMedia('(min-width: 64rem)');
  const [tab, setTab] = useState('answers');
  const { selection, select } = useSelection();
  const evidence = useMemo(() => evidenceIndex(results, coder.review?.items), [results, coder.review]);
  const findField = useRef<HTMLInputElement>(null);

  const fromAnswers = useCallback<Select>(
    (key, quote) => {
      select(key, quote);
      if (key) setTab('text');
    },
    [select],
  );
  const find = () => {
    setTab('text');
    requestAnimationFrame(() => findField.current?.focus());
  };
  const added = addedItems(coder.review).map((item) => item.item);
  const step = useReviewKeys(results, added, selection.key, select, find);
  const accept = useCoderKeys(coder, selection.key, select);

  const answers = <AnswerPanel results={results} selectedKey={selection.key} onSelect={fromAnswers} onAccept={accept} />;
  const text = <TextPane document={document} evidence={evidence} selection={selection} onSelect={select} findField={findField} />;

  const around = (view: ReactNode) => (
    <CoderReviewContext value={coder}>
      {view}
      <DecisionDialog text={document.text} />
    </CoderReviewContext>
  );
  if (wide) {
    return around(
      <div className="grid min-h-0 grow grid-cols-[minmax(26rem,34rem)_1fr] border-t">
        {/* Positioned, as every pane that scrolls: unseen text for screen readers would else stretch the page behind it. */}
        <div tabIndex={-1} className="relative min-h-0 overflow-y-auto px-6 py-6">
          {answers}
        </div>
        <div className="min-h-0 border-l bg-surface">{text}</div>
      </div>,
    );
  }
  return around(
    <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 grow flex-col">
      <TabsList aria-label="View" className="mx-4 mb-3">
        <TabsTrigger value="answers">Answers</TabsTrigger>
        <TabsTrigger value="text">Text</TabsTrigger>
      </TabsList>
      <TabsContent value="answers" className="relative min-h-0 grow overflow-y-auto border-t px-4 py-5 data-[state=inactive]:hidden">
        {answers}
      </TabsContent>
      <TabsContent value="text" className="flex min-h-0 grow flex-col border-t bg-surface data-[state=inactive]:hidden">
        <div className="min-h-0 grow">{text}</div>
        <SelectionBar results={results} selectedKey={selection.key} onOpen={() => setTab('answers')} onStep={step} />
      </TabsContent>
    </Tabs>,
  );
}

const keysOf = (letter: string, items: readonly unknown[]) => items.map((_, i) => `${letter}${i}`);

/** Binds the keys that go from answer to answer; returns the step among answers of the selected kind. */
function useReviewKeys(results: AnalysisResults, added: string[], current: string, select: Select, find: () => void) {
  const codes = [...keysOf('c', results.codes.codes), ...added];
  const groups: Record<string, string[]> = {
    c: codes,
    a: codes,
    l: keysOf('l', results.lab_results),
    s: keysOf('s', results.summary.statements),
    r: keysOf('r', results.codes.rejected_codes),
  };
  const go = (keys: string[] | undefined, step: 1 | -1) => {
    const next = neighbour(keys ?? [], current, step);
    if (next) select(next);
  };
  // Codes are the work; without any, j and k go through the values.
  const group = groups[current.charAt(0)] ?? (groups['c']?.length ? groups['c'] : groups['l']);
  useHotkeys({
    j: () => go(group, 1),
    k: () => go(group, -1),
    c: () => go(groups['c'], 1),
    l: () => go(groups['l'], 1),
    s: () => go(groups['s'], 1),
    '/': find,
    Escape: () => select(''),
  });
  return (step: 1 | -1) => go(group, step);
}
