/** Something a page can do or show now that is no command, since it is of this page's data. */
export interface Offer {
  /** Unique among the offers of its kind. */
  readonly id: string;
  /** What it belongs to, as the palette names it. */
  readonly group: string;
  readonly label: string;
  readonly run: () => void;
}

type Source = () => readonly Offer[];

/** What the parts of a page offer; asked for when somebody wants to know. */
export class Offers {
  readonly #sources = new Set<Source>();

  /** Hands out what takes the source away again. */
  add(source: Source): () => void {
    this.#sources.add(source);
    return () => this.#sources.delete(source);
  }

  list(): readonly Offer[] {
    return [...this.#sources].flatMap((source) => source());
  }
}
