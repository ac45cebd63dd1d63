/**
 * Lines at the end of a terminal that are drawn again in place.
 *
 * @module
 */

/** Draws lines where those before stood; what is written for good stands above them. */
export class RedrawnLines {
  readonly #write: (text: string) => void;
  #drawn = 0;

  /** Draws nothing yet. */
  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /**
   * Draws the lines in place of those before, each narrower than the terminal.
   *
   * @param above Whole lines, with their line breaks, that stay. @default nothing
   */
  draw(lines: readonly string[], above = ""): void {
    const up = this.#drawn > 0 ? `\x1b[${this.#drawn}A` : "";
    this.#drawn = lines.length;
    this.#write(
      `${up}\r\x1b[J${above}${lines.map((line) => `${line}\n`).join("")}`,
    );
  }
}
