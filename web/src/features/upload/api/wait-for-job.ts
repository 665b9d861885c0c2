import type { Job } from '@/api/types.gen';
import { ApiProblem, getJson } from '@/lib/http';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;

/**
 * Asks for a job until it has ended. Asked and not streamed: a browser opens six connections to a server, and a handful of
 * files would take them all. A server that is away for a moment has not lost the job, so silence is waited out.
 */
export async function waitForJob(jobId: number, onState: (job: Job) => void): Promise<Job> {
  let silence = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each question waits for the answer before it
      const job = await getJson<Job>(`/jobs/${jobId}`);
      silence = 0;
      onState(job);
      if (job.state === 'done' || job.state === 'failed') return job;
    } catch (error) {
      const away = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
      if (!away || ++silence > 30) throw error;
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resume) => setTimeout(resume, wait));
  }
}
