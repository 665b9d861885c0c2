import { type ReactNode, useId, useState } from 'react';
import type { DecisionRequest } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/field';
import { placeOf, type Quote } from '../../coder-review';
import { type Ask, useCoderReview } from '../../use-coder-review';
import { CodeAdvice } from './code-advice';
import { CodeSearch } from './code-search';

const TITLES: Record<Ask['kind'], string> = {
  reject: 'Reject this code',
  amend: 'Take another code instead',
  restore: 'Overrule the rule',
  add: 'Add a code',
  reopen: 'Open the review again',
};

/** Reasons that coders give most; any other can be written. */
const USUAL: Partial<Record<Ask['kind'], string[]>> = {
  reject: [
    'Not supported by the document',
    'Not evaluated, treated or monitored at this encounter',
    'Integral to another code',
    'Ruled out',
    'History only',
  ],
  amend: ['The document is more specific', 'The document is less specific', 'Wrong side or site', 'Combination code applies'],
  restore: ['The provider documents it', 'The two conditions are unrelated', 'Separate encounter or site'],
};

/** Asks what a decision needs beside the code: a reason, another code, words of the document. */
export function DecisionDialog({ text }: { text: string }) {
  const { ask, setAsk } = useCoderReview();
  return (
    <Dialog
      open={ask !== null}
      onClose={() => setAsk(null)}
      title={ask ? TITLES[ask.kind] : ''}
      className="max-h-[calc(100dvh-2rem)] w-[min(38rem,calc(100vw-2rem))] overflow-y-auto"
    >
      {ask && <Form ask={ask} text={text} />}
    </Dialog>
  );
}

function Form({ ask, text }: { ask: Ask; text: string }) {
  const { decide, busy, problem, setAsk } = useCoderReview();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState({ code: '', billable: false });
  const code = chosen.billable ? chosen.code : '';
  const choose = (picked: string, billable: boolean) => setChosen({ code: picked, billable });
  const [words, setWords] = useState(ask.kind === 'add' ? (ask.quote?.quote ?? '') : '');
  const quote = ask.kind === 'add' && ask.quote?.quote === words ? ask.quote : placeOf(text, words);
  const decision = decisionOf(ask, { reason: reason.trim(), code, quote, words });
  return (
    <form
      className="mt-4 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (decision) decide(decision);
      }}
    >
      {'item' in ask && (
        <p>
          <span className="mr-2 font-mono font-semibold">{ask.item.code}</span>
          {ask.item.description}
        </p>
      )}
      {ask.kind === 'restore' && <CodeAdvice code={ask.item.code} except={ask.item.item} onChoose={choose} />}
      {ask.kind === 'restore' && ask.item.rationale && <p className="text-sm text-muted">{ask.item.rationale}</p>}
      {(ask.kind === 'amend' || ask.kind === 'add') && (
        <>
          <CodeSearch label="Code" initial={ask.kind === 'amend' ? ask.item.code : ''} chosen={chosen.code} onChoose={choose} />
          <CodeAdvice code={chosen.code} except={ask.kind === 'amend' ? ask.item.item : null} onChoose={choose} />
        </>
      )}
      {ask.kind !== 'reject' && ask.kind !== 'reopen' && (
        <EvidenceField words={words} found={quote !== null} optional={ask.kind !== 'add' && ask.item.evidence.length > 0} onWords={setWords} />
      )}
      <ReasonField ask={ask} reason={reason} onReason={setReason} />
      {problem && (
        <p role="alert" className="text-sm text-high">
          {sentenceOf(problem)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={() => setAsk(null)}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={busy || !decision}>
          {TITLES[ask.kind]}
        </Button>
      </div>
    </form>
  );
}

type Given = { reason: string; code: string; quote: Quote | null; words: string };

/** What would be sent; null while something is missing. */
function decisionOf(ask: Ask, { reason, code, quote, words }: Given): DecisionRequest | null {
  const said = reason ? { reason } : {};
  const evidence = quote ? { evidence_spans: [quote] } : {};
  const misquoted = words.trim() !== '' && !quote;
  switch (ask.kind) {
    case 'reopen':
      return reason ? { action: 'reopen', ...said } : null;
    case 'reject':
      return reason ? { action: 'reject', item: ask.item.item, ...said } : null;
    case 'restore':
      return reason && !misquoted ? { action: 'restore', item: ask.item.item, ...said, ...evidence } : null;
    case 'amend':
      return code && !misquoted ? { action: 'amend', item: ask.item.item, code, ...said, ...evidence } : null;
    case 'add':
      return code && quote ? { action: 'add', code, ...said, ...evidence } : null;
  }
}

function Field({ label, hint, children }: { label: string; hint?: ReactNode; children: (ids: { id: string; hint: string }) => ReactNode }) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, hint: hintId })}
      <p id={hintId} className="text-xs text-muted">
        {hint}
      </p>
    </div>
  );
}

type EvidenceFieldProps = { words: string; found: boolean; optional: boolean; onWords: (words: string) => void };

function EvidenceField({ words, found, optional, onWords }: EvidenceFieldProps) {
  const hint =
    words.trim() === ''
      ? optional
        ? 'Words of the document, letter for letter; without any, its evidence stays as it is.'
        : 'Words of the document, letter for letter: select them in the text, or type them here.'
      : found
        ? 'Found in the document.'
        : 'These words do not stand in the document like this.';
  return (
    <Field label={optional ? 'Other evidence' : 'Evidence'} hint={hint}>
      {({ id, hint: hintId }) => (
        <Input
          id={id}
          aria-describedby={hintId}
          aria-invalid={words.trim() !== '' && !found}
          autoComplete="off"
          value={words}
          onChange={(event) => onWords(event.target.value)}
        />
      )}
    </Field>
  );
}

function ReasonField({ ask, reason, onReason }: { ask: Ask; reason: string; onReason: (reason: string) => void }) {
  const needed = ask.kind === 'reject' || ask.kind === 'restore' || ask.kind === 'reopen';
  return (
    <Field label={needed ? 'Reason' : 'Reason, if there is one to give'} hint="It stays in the history for whoever asks.">
      {({ id, hint }) => (
        <>
          <Input
            id={id}
            aria-describedby={hint}
            required={needed}
            maxLength={1000}
            autoComplete="off"
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
          <span className="flex flex-wrap gap-1.5">
            {USUAL[ask.kind]?.map((usual) => (
              <Button key={usual} size="sm" variant="ghost" className="h-auto min-h-8 border py-1 text-left whitespace-normal" onClick={() => onReason(usual)}>
                {usual}
              </Button>
            ))}
          </span>
        </>
      )}
    </Field>
  );
}
