import type { ServerResponse } from 'node:http';

/**
 * The page's Content-Security-Policy: everything from its own origin, nothing else.
 * `wasm-unsafe-eval` and blob workers are for the pixel decoders, style attributes for the boxes the
 * measuring tools draw. `frame-ancestors` has no effect in a `<meta>` (CSP3 section 3.3), so it is sent
 * as a header only.
 */
export function contentSecurityPolicy(delivery: 'header' | 'meta'): string {
  const directives = [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(delivery === 'header' ? ["frame-ancestors 'none'"] : []),
  ];
  return directives.join('; ');
}

/** The headers of every answer: the policy, and no way for another site to embed, sniff or open it. */
export function harden(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy('header'));
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
}
