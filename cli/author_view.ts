/**
 * Shows a language model at work on stderr: a line for each step, and on a terminal what it is being asked for below them.
 *
 * @module
 */
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import { RedrawnLines } from "../validation/redrawn_lines.ts";
import { advanceAsked, type AskedUnits, renderAsked } from "./asked_units.ts";
import { authorLine } from "./author_line.ts";
import type { Console } from "./console.ts";

/** Shows events; disposing of it ends the redrawing and leaves the steps. */
export class AuthorView implements Disposable {
  readonly #console: Pick<Console, "err" | "isTerminal" | "columns">;
  readonly #now: () => number;
  readonly #lines: RedrawnLines;
  #asked: AskedUnits = [];
  #frame = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Shows nothing yet. `now` tells the time in milliseconds. */
  constructor(
    console: Pick<Console, "err" | "isTerminal" | "columns">,
    now: () => number = () => performance.now(),
  ) {
    this.#console = console;
    this.#now = now;
    this.#lines = new RedrawnLines((text) => console.err(text));
  }

  /** Takes an event; give it to `writeUnits` as `onProgress`. */
  readonly show = (event: AuthorEvent): void => {
    const line = authorLine(event);
    const text = line === undefined ? "" : `${line}\n`;
    if (!this.#console.isTerminal) {
      if (text !== "") this.#console.err(text);
      return;
    }
    const before = this.#asked.length;
    this.#asked = advanceAsked(this.#asked, event, this.#now());
    // Pieces come in hundreds: the timer shows them.
    if (
      event.event !== "text" && (text !== "" || this.#asked.length + before > 0)
    ) {
      this.#draw(text);
    }
    if (this.#asked.length === 0) this.#stop();
    else if (this.#timer === undefined) {
      this.#timer = setInterval(() => this.#draw(), FRAME_MS);
      // A picture must not keep the program alive.
      Deno.unrefTimer(Number(this.#timer));
    }
  };

  /** Takes away what is being asked for, and stops the redrawing. */
  [Symbol.dispose](): void {
    this.#stop();
    if (this.#asked.length === 0) return;
    this.#asked = [];
    this.#draw();
  }

  #draw(above = ""): void {
    const lines = renderAsked(this.#asked, this.#now(), {
      frame: this.#frame++,
      ...(this.#console.columns === undefined
        ? {}
        : { columns: this.#console.columns }),
    });
    this.#lines.draw(lines, above);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

const FRAME_MS = 100;
