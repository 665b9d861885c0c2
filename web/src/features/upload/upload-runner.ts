import { ApiProblem } from '@/lib/http';
import { uploadDocument } from './api/upload-document';
import { waitForJob } from './api/wait-for-job';
import { type UploadAction, type UploadItem, uploadQueue } from './upload-queue';

const AT_ONCE = 3;

type Work = { id: number; file: File; typeHint: string };

/** Carries files to the server: a few travel at once, the rest wait. A store that React reads; it outlives every page. */
export class UploadRunner {
  private items: readonly UploadItem[] = [];
  private readonly works = new Map<number, Work>();
  private readonly waiting: number[] = [];
  private readonly listeners = new Set<() => void>();
  private running = 0;
  private lastId = 0;
  private readonly onStored: () => void;

  /** @param onStored called whenever the server's list of documents has changed */
  constructor(onStored: () => void) {
    this.onStored = onStored;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly UploadItem[] => this.items;

  readonly add = (files: readonly File[], typeHint: string): void => {
    const works = files.map((file): Work => ({ id: ++this.lastId, file, typeHint }));
    for (const work of works) this.works.set(work.id, work);
    this.waiting.push(...works.map((work) => work.id));
    this.act({ do: 'add', items: works.map(({ id, file }) => ({ id, name: file.name, size: file.size })) });
    this.startNext();
  };

  readonly retry = (id: number): void => {
    this.change(id, { state: 'waiting', sent: 0, message: '' });
    this.waiting.push(id);
    this.startNext();
  };

  readonly clearFinished = (): void => this.act({ do: 'clear-finished' });

  private startNext(): void {
    while (this.running < AT_ONCE) {
      const work = this.works.get(this.waiting.shift() ?? 0);
      if (!work) return;
      this.running++;
      void this.carry(work).finally(() => {
        this.running--;
        this.startNext();
      });
    }
  }

  private async carry(work: Work): Promise<void> {
    try {
      this.change(work.id, { state: 'sending' });
      const reply = await uploadDocument(work.file, work.typeHint, (sent) => this.change(work.id, { sent }));
      this.change(work.id, { state: 'queued', documentId: reply.document_id, sameContentAs: reply.same_content_as });
      this.onStored();
      if (!reply.processed && reply.job_id !== null) await this.follow(work.id, reply.job_id);
      this.change(work.id, { state: 'done' });
      // The file's bytes are not needed again; only a failed upload keeps them, for another try.
      this.works.delete(work.id);
    } catch (error) {
      this.change(work.id, { state: 'failed', message: error instanceof ApiProblem ? error.message : 'The upload stopped.' });
    }
    this.onStored();
  }

  private async follow(id: number, jobId: number): Promise<void> {
    const job = await waitForJob(jobId, ({ state }) => {
      if (state === 'running') this.change(id, { state: 'reading' });
    });
    if (job.state === 'failed') throw new ApiProblem(422, job.failure?.detail ?? 'The document could not be processed.');
  }

  private change(id: number, to: Partial<Omit<UploadItem, 'id'>>): void {
    this.act({ do: 'change', id, to });
  }

  private act(action: UploadAction): void {
    this.items = uploadQueue(this.items, action);
    for (const listener of this.listeners) listener();
  }
}
