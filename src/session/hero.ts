/** The start page's picture, behind a wall that pages may pass; its worker is fetched when it is asked for. */
export { renderHero } from '../workers/hero/hero-client.ts';
export type { HeroPicture } from '../workers/hero/hero-contract.ts';
