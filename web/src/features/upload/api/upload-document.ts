import type { UploadReply } from '@/api/types.gen';
import { csrfHeaders } from '@/lib/csrf';
import { ApiProblem, apiUrl, problemMessage, UNREACHABLE } from '@/lib/http';

/**
 * Sends one file and returns as soon as the server has stored it; the work goes on as a job. XMLHttpRequest, since fetch
 * cannot tell how much has been sent.
 */
export function uploadDocument(file: File, typeHint: string, onSent: (share: number) => void): Promise<UploadReply> {
  const form = new FormData();
  if (typeHint) form.append('document_type_hint', typeHint);
  // Asked to answer at once, and still somebody waits.
  form.append('priority', 'interactive');
  form.append('file', file);

  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', apiUrl('/documents'));
    call.setRequestHeader('Accept', 'application/json');
    call.setRequestHeader('Prefer', 'respond-async');
    for (const [name, value] of Object.entries(csrfHeaders())) call.setRequestHeader(name, value);
    call.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    });
    call.addEventListener('load', () => {
      if (call.status >= 200 && call.status < 300) resolve(JSON.parse(call.responseText) as UploadReply);
      else reject(new ApiProblem(call.status, problemMessage(call.status, call.responseText)));
    });
    call.addEventListener('error', () => reject(new ApiProblem(0, UNREACHABLE)));
    call.send(form);
  });
}
