import { realpath } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { DatasetHandler } from './dataset-handler.ts';
import { datasetHandler, isDatasetRequest } from './dataset-handler.ts';
import { harden } from './policy.ts';
import { Refusal, answerFailure } from './refusal.ts';
import { ADDRESS, canonicalAddress, guardRequest } from './request-guard.ts';
import type { StaticHandlerOptions } from './static-handler.ts';
import { serveStatic } from './static-handler.ts';

/** What {@link createServer} serves, and where. */
export interface ServerOptions {
  /** The built page. */
  readonly distDir: string;
  /** The folder of the dataset to serve, if any. */
  readonly dataDir?: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Told of what goes wrong without ending the server. */
  readonly warn?: (message: string) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** Where the page is: `http://127.0.0.1:4178`. */
  readonly url: string;
  readonly port: number;
  /** Name of the served folder. */
  readonly datasetName: string | undefined;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

/**
 * Serves the built page, and a dataset when one is given, to this machine only.
 * @throws the system's error when a folder does not exist (`ENOENT`) or the port is taken (`EADDRINUSE`).
 */
export async function createServer({
  distDir,
  dataDir,
  port,
  warn = () => undefined,
}: ServerOptions): Promise<RunningServer> {
  const dataset = dataDir === undefined ? undefined : await datasetHandler({ directory: dataDir, warn });
  const page = { distDir: await realpath(distDir), datasetName: dataset?.name };
  const server = createHttpServer((request, response) => void handle(page, dataset, request, response));
  const bound = await listen(server, port);
  return {
    url: `http://${ADDRESS}:${bound}`,
    port: bound,
    datasetName: dataset?.name,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  page: StaticHandlerOptions,
  dataset: DatasetHandler | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    harden(response);
    const elsewhere = canonicalAddress(request);
    if (elsewhere !== undefined) {
      response.writeHead(308, { Location: elsewhere, 'Content-Length': 0 }).end();
      return;
    }
    guardRequest(request);
    if (!isDatasetRequest(request)) await serveStatic(page, request, response);
    else if (dataset) await dataset.handle(request, response);
    else throw new Refusal(404);
  } catch (thrown) {
    answerFailure(response, thrown);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
