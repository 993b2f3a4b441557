import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { errnoOf } from './errno.ts';

/** A request that is answered with a status and nothing else: an answer must not tell what lies where. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, headers: Readonly<Record<string, string>> = {}) {
    super(STATUS_CODES[status]);
    this.status = status;
    this.headers = headers;
  }
}

const STATUS_OF_ERRNO: ReadonlyMap<string, number> = new Map([
  ['ENOENT', 404],
  ['ENOTDIR', 404],
  ['EISDIR', 404],
  ['ELOOP', 404],
  ['ENAMETOOLONG', 404],
  ['ENXIO', 404],
  ['EACCES', 403],
  ['EPERM', 403],
]);

/** The status that answers a failure of the file system or of a rule; 500 for a defect. */
export function statusOf(thrown: unknown): number {
  if (thrown instanceof Refusal) return thrown.status;
  return STATUS_OF_ERRNO.get(errnoOf(thrown)) ?? 500;
}

/** Answers a failed request; an answer under way is broken off, so that it cannot pass for a whole one. */
export function answerFailure(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = statusOf(thrown);
  const headers = thrown instanceof Refusal ? thrown.headers : {};
  response.statusCode = status;
  response.setHeaders(new Map(Object.entries({ 'Content-Type': 'text/plain; charset=utf-8', ...headers })));
  response.end(STATUS_CODES[status]);
}
