/** The demo's first film beside the text, drawn once the page is idle. */
export function HeroFilm() {
  return null;
}
