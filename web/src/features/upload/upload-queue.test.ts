import { describe, expect, it } from 'vitest';
import { type UploadItem, uploadQueue } from './upload-queue';

const file = (id: number) => ({ id, name: `file-${id}.txt`, size: 10 });
const two = () => uploadQueue([], { do: 'add', items: [file(1), file(2)] });

describe('uploadQueue', () => {
  it('puts new files in front, waiting', () => {
    const items = uploadQueue(two(), { do: 'add', items: [file(3)] });
    expect(items.map((i) => [i.id, i.state])).toEqual([
      [3, 'waiting'],
      [1, 'waiting'],
      [2, 'waiting'],
    ]);
  });

  it('changes one and leaves the others as they are', () => {
    const before = two();
    const after = uploadQueue(before, { do: 'change', id: 2, to: { state: 'sending', sent: 0.5 } });
    expect(after[1]).toMatchObject({ id: 2, state: 'sending', sent: 0.5 });
    expect(after[0]).toBe(before[0]);
  });

  it('ignores a change to a file that has been removed', () => {
    const left = uploadQueue(two(), { do: 'remove', id: 1 });
    expect(uploadQueue(left, { do: 'change', id: 1, to: { state: 'done' } }).map((i) => i.id)).toEqual([2]);
  });

  it('clears what is done or failed', () => {
    const states: UploadItem['state'][] = ['done', 'failed', 'reading'];
    const items = states.map((state, i): UploadItem => ({
      ...file(i),
      state,
      sent: 1,
      documentId: null,
      sameContentAs: null,
      message: '',
    }));
    expect(uploadQueue(items, { do: 'clear-finished' }).map((i) => i.state)).toEqual(['reading']);
  });
});
