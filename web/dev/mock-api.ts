// A stand-in for the server while the page is worked on: MOCK_API=1 npm run frontend:dev. Answers come from the labelled
// set's gold, never from an engine. Not part of the build.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { AnalysisResults, AnalysisVersion, DocumentDetail, EvidenceSpan, LabResult, ReviewItem, ReviewReply } from '../src/api/types.gen';

type GoldItem = {
  id: string;
  document_type: string;
  text: string;
  encounter: 'outpatient' | 'inpatient';
  gold: { document_type: string; icd10_codes: string[]; evidence: { code: string; quote: string; why: string }[]; summary_facts: string[] };
};

const DELAY_MS = 1200;
const LAB_LINE = /^([A-Za-z][\w %/-]{1,24}?):? {1,}([\d.]+) +([HL]?) *([\w^/%]+)? +\(?([\d.]+) ?- ?([\d.]+)\)?/;

export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    apply: 'serve',
    configureServer(server) {
      if (!process.env['MOCK_API']) return;
      const mock = new Mock();
      server.middlewares.use('/api', (request, response) => mock.answer(request, response));
    },
  };
}

class Mock {
  private readonly items: GoldItem[];
  private readonly documents: (DocumentDetail & { item: GoldItem; at: number })[] = [];

  constructor() {
    const file = fileURLToPath(new URL('../../evals/datasets/synthetic_v1.json', import.meta.url));
    this.items = (JSON.parse(readFileSync(file, 'utf8')) as { items: GoldItem[] }).items;
    this.items.slice(0, 40).forEach((item, i) => this.store(`${item.id}.txt`, item, Date.now() - i * 7_200_000));
    this.documents.forEach((document, i, all) => (document.id = all.length - i));
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://mock');
    const [, kind, id, part] = url.pathname.split('/');
    const document = this.documents.find((d) => d.id === Number(id));
    if (kind === 'documents' && request.method === 'POST') this.upload(request, response);
    else if (kind === 'documents' && !id) send(response, 200, this.list(url.searchParams));
    else if (kind === 'documents' && !document) send(response, 404, { title: 'Not found', detail: `There is no document ${id}.` });
    else if (document && kind === 'documents' && request.method === 'DELETE') {
      this.documents.splice(this.documents.indexOf(document), 1);
      response.writeHead(204).end();
    } else if (document && part === 'analyses') send(response, 200, [runOf(document)]);
    else if (document && part === 'review') send(response, 200, reviewOf(document));
    else if (kind === 'review') send(response, 200, { reviews: 0, rules: [], categories: [] });
    else if (document && part === 'text') send(response, 200, textOf(document.item));
    else if (document && kind === 'documents') send(response, 200, this.now(document));
    else if (kind === 'jobs') send(response, 200, this.job(Number(id)));
    else if (kind === 'codes') send(response, 200, codeDetail(id ?? ''));
    else if (kind === 'eval') send(response, 200, this.report());
    else send(response, 404, { title: 'Not found', detail: 'There is no such route.' });
  }

  private store(name: string, item: GoldItem, at: number) {
    const results = resultsOf(item);
    const document = {
      id: this.documents.length + 1,
      original_filename: name,
      created_at: new Date(at).toISOString(),
      local_path: 'key',
      state: 'processed' as const,
      content_type: 'text/plain',
      size_bytes: item.text.length,
      document_type: results.classification.document_type,
      confidence: results.classification.confidence,
      pages: 1,
      codes_count: results.codes.codes.length,
      job_id: null,
      failure: null,
      retained_until: null,
      legal_hold: false,
      analysis_version: 1,
      results,
      item,
      at,
    };
    this.documents.push(document);
    return document;
  }

  private upload(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = /filename="([^"]+)"/.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? 'file.txt';
      const coded = this.items.filter((i) => i.gold.icd10_codes.length > 2);
      const item = coded[(this.documents.length * 7) % coded.length];
      if (!item) return;
      const { id } = this.store(name, item, Date.now());
      send(response, 202, { document_id: id, processed: false, results: null, job_id: id, same_content_as: null });
    });
  }

  private now(document: DocumentDetail & { item: GoldItem; at: number }): DocumentDetail {
    const { item: _item, at, ...detail } = document;
    const age = Date.now() - at;
    if (age > DELAY_MS) return detail;
    return { ...detail, state: 'running', results: null, document_type: null, confidence: null, codes_count: null };
  }

  private job(id: number) {
    const document = this.documents.find((d) => d.id === id);
    const state = document && this.now(document).state === 'processed' ? 'done' : 'running';
    return { id, document_id: id, state, attempts: 1, failure: null };
  }

  private list(asked: URLSearchParams) {
    const before = Number(asked.get('before') ?? Number.POSITIVE_INFINITY);
    return this.documents
      .map((document) => this.now(document))
      .filter((d) => d.id < before && d.original_filename.includes(asked.get('q') ?? ''))
      .filter((d) => !asked.get('document_type') || d.document_type === asked.get('document_type'))
      .filter((d) => !asked.get('state') || d.state === asked.get('state'))
      .toSorted((a, b) => b.id - a.id)
      .slice(0, Number(asked.get('limit') ?? 50));
  }

  private report() {
    return {
      items: this.items.length,
      codes_precision: 0.87,
      codes_recall: 0.81,
      codes_f1: 0.839,
      summary_coverage: 0.9,
      mode: 'local',
      metadata: {
        dataset: 'synthetic_v1',
        created_at: new Date().toISOString(),
        engine_version: '0.1.0',
        terminology_release: 'FY2026-2026-04-01',
        type_accuracy: 0.99,
        millis: 400,
      },
      test_results: this.items.map((item, i) => {
        const expected = item.gold.icd10_codes;
        const predicted = i % 4 === 0 ? expected.slice(1) : i % 7 === 0 ? [...expected, 'R51.9'] : expected;
        const right = predicted.filter((code) => expected.includes(code)).length;
        const precision = predicted.length ? right / predicted.length : 1;
        const recall = expected.length ? right / expected.length : 1;
        const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
        return {
          id: item.id,
          document_type: item.gold.document_type,
          query: item.text.slice(0, 160),
          expected_codes: expected,
          predicted_codes: predicted,
          generated_summary: item.gold.summary_facts.join('. '),
          metrics: { precision, recall, f1, coverage: 0.9 },
        };
      }),
    };
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body));
}

function runOf(document: DocumentDetail): AnalysisVersion {
  return {
    version: 1,
    job_id: document.id,
    created_at: document.created_at,
    engine: 'local',
    engine_version: '0.1.0',
    model: null,
    terminology_release: 'FY2026-2026-04-01',
    rules_version: '',
    document_type: document.document_type ?? 'OTHER',
    codes_count: document.codes_count ?? 0,
    newest: true,
  };
}

/** A review that nobody has begun. */
function reviewOf(document: DocumentDetail): ReviewReply {
  const { codes = [], rejected_codes: refused = [] } = document.results?.codes ?? {};
  const line = (name: string, origin: ReviewItem['origin'], code: (typeof refused)[number], sequence: number | null): ReviewItem => ({
    item: name,
    origin,
    verdict: origin === 'coded' ? 'open' : 'refused',
    sequence,
    code: code.code,
    description: code.description,
    proposed_code: code.code,
    proposed_description: code.description,
    status: null,
    confidence: null,
    rationale: code.reason,
    rules: [],
    evidence: code.evidence,
    evidence_spans: code.evidence_spans,
    reason: null,
    decided_by: null,
    decided_at: null,
  });
  return {
    document_id: document.id,
    analysis_version: 1,
    newest: true,
    reviewed_versions: [],
    revision: 0,
    etag: '"1-0"',
    state: 'open',
    decided: 0,
    total: codes.length,
    terminology_release: 'FY2026-2026-04-01',
    items: [
      ...codes.map((code, i) => line(`c${i + 1}`, 'coded', { ...code, reason: code.rationale, rule: '' }, i + 1)),
      ...refused.map((code, i) => line(`r${i + 1}`, 'refused', code, null)),
    ],
    history: [],
  };
}

function textOf(item: GoldItem) {
  return { text: item.text, pages: [{ number: 1, start: 0, end: item.text.length, origin: 'text' }], findings: [] };
}

function spansOf(text: string, quotes: string[]): EvidenceSpan[] {
  return quotes.flatMap((quote) => {
    const start = text.toLowerCase().indexOf(quote.toLowerCase());
    return start < 0 ? [] : { start, end: start + quote.length, page: 1, quote };
  });
}

function labsOf(text: string): LabResult[] {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const found = LAB_LINE.exec(line);
    if (!found) return [];
    const [quote, name = '', value = '', , unit = '', low = '', high = ''] = found;
    const number = Number(value);
    const flag = number < Number(low) ? 'LOW' : number > Number(high) ? 'HIGH' : 'NORMAL';
    return {
      name,
      analyte: null,
      loinc: null,
      value: number,
      comparator: '',
      value_text: value,
      unit,
      low: Number(low),
      high: Number(high),
      flag,
      flag_source: 'report_range',
      critical: false,
      evidence: [quote],
      evidence_spans: [{ start, end: start + quote.length, page: 1, quote }],
    };
  });
}

function resultsOf(item: GoldItem): AnalysisResults {
  const { text, gold } = item;
  const first = spansOf(text, [text.trim().split('\n')[0] ?? '']);
  const bare = { evidence: [], evidence_spans: [] };
  return {
    classification: {
      document_type: gold.document_type as AnalysisResults['classification']['document_type'],
      confidence: 0.97,
      rationale: 'The heading and the analytes printed are those of this type.',
      evidence: first.map((s) => s.quote),
      evidence_spans: first,
    },
    codes: {
      codes: gold.icd10_codes.map((code, i) => {
        const spoken = gold.evidence.filter((e) => e.code === code);
        const spans = spansOf(
          text,
          spoken.map((e) => e.quote),
        );
        return {
          code,
          description: `Title of ${code} as the release prints it`,
          confidence: Math.max(0.35, 0.96 - i * 0.13),
          status: i === 3 ? ('suggested' as const) : ('reported' as const),
          first_listed: i === 0,
          rationale: spoken[0]?.why ?? '',
          rules: ['combination-with', 'outpatient-IV.H'],
          evidence: spans.map((s) => s.quote),
          evidence_spans: spans,
        };
      }),
      rejected_codes: [
        { code: 'I26.99', description: 'Other pulmonary embolism', rule: 'negated', reason: 'The text denies it.', ...bare },
        { code: 'Z87.891', description: 'Personal history of nicotine dependence', rule: 'excludes1', reason: 'Excluded by a code given.', ...bare },
      ],
    },
    summary: {
      summary: gold.summary_facts.join('. '),
      confidence: 0.9,
      ...bare,
      bullets: gold.summary_facts,
      citations: [],
      statements: gold.summary_facts.slice(0, 5).map((fact) => {
        const spans = spansOf(text, [fact, fact.split(' ').slice(0, 2).join(' ')]).slice(0, 1);
        return { text: `${fact}.`, evidence: spans.map((s) => s.quote), evidence_spans: spans };
      }),
    },
    lab_results: labsOf(text),
    findings: item.id.endsWith('1')
      ? [{ code: 'RELEASE_NOT_IN_FORCE', step: 'coding', message: 'The date of service lies outside every bundled release; the nearest was used.', start: null, end: null }]
      : [],
    encounter: { class: item.encounter, date_of_service: '2026-02-03' },
    pages: 1,
    cost: null,
    engine: 'local',
    engine_version: '0.1.0',
    terminology_release: 'FY2026-2026-04-01',
  };
}

function codeDetail(code: string) {
  return {
    code,
    description: `Title of ${code}`,
    billable: true,
    path: [
      { code: '9', description: 'Diseases of the circulatory system', billable: false },
      { code: code.slice(0, 3), description: 'The category', billable: false },
      { code, description: `Title of ${code}`, billable: true },
    ],
    children: [],
    notes: [{ kind: 'EXCLUDES1', text: 'essential (primary) hypertension (I10)', codes: ['I10'] }],
    terminology_release: 'FY2026-2026-04-01',
  };
}
