import { connect } from 'node:net';

/** An answer as it came; the body is one character per byte. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A request to be sent as it stands. */
export interface RawRequest {
  readonly method?: string;
  /** Sent as it stands: no client normalises it on the way. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends a request to this machine byte by byte as given and reads until the server closes.
 * `Host` is the server's own unless given; an empty one is left out.
 */
export async function rawRequest(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', target, headers = {} } = request;
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, Connection: 'close', ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const text = await exchange(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return parseAnswer(text);
}

function exchange(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(request, 'latin1')));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
  });
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { status: Number(first.split(' ')[1]), headers: new Map(headers), body: text.slice(end + 4) };
}
