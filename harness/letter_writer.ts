import { SYSTEM_CLOCK } from "./clock.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type {
  DeadLetterContext,
  DeadLetterTrouble,
} from "./dead_letter_store.ts";
import type { LetterJournal, LinePlace } from "./letter_journal.ts";
import {
  goneLine,
  HEAD_LINE,
  letterLine,
  type WhyGone,
} from "./letter_line.ts";

/** A letter with its number in the file. */
export class NumberedLetter {
  /** Its number. */
  readonly number: number;
  /** The letter. */
  readonly letter: DeadLetter;
  /** Where it is in the file, once it is. */
  place: LinePlace | undefined;
  /** Set when it is no longer kept. */
  gone: WhyGone | undefined;

  /** Is kept; in the file only if there is a place. */
  constructor(number: number, letter: DeadLetter, place?: LinePlace) {
    this.number = number;
    this.letter = letter;
    this.place = place;
  }
}

/**
 * Writes letters to a journal, and which of them are gone, one batch after the other, without anybody
 * waiting for it. What fails is tried again, after longer and longer times.
 */
export class LetterWriter {
  readonly #path: string;
  readonly #journal: LetterJournal;
  /** Those in the file that are kept, in the order of their lines. */
  readonly #saved = new Set<NumberedLetter>();
  /** Those that are in no line yet. */
  readonly #unsaved = new Set<NumberedLetter>();
  /** Numbers of letters in the file that are gone, which no line says yet. */
  readonly #gone: Readonly<Record<WhyGone, number[]>> = {
    redriven: [],
    dropped: [],
  };
  #context: DeadLetterContext = { log: () => {}, clock: SYSTEM_CLOCK };
  #lines: number;
  #rewriteFrom = FEW_LINES;
  #work: Promise<void> | undefined;
  #trouble: Omit<DeadLetterTrouble, "unsaved"> | undefined;
  #retryMs = FIRST_RETRY_MS;
  #callOff: (() => void) | undefined;
  #closing: Promise<void> | undefined;
  #isClosed = false;

  /** Goes on with a journal of so many lines, in which these letters are still kept. */
  constructor(
    path: string,
    journal: LetterJournal,
    found: { readonly lines: number; readonly letters: NumberedLetter[] },
  ) {
    this.#path = path;
    this.#journal = journal;
    this.#lines = found.lines;
    for (const letter of found.letters) this.#saved.add(letter);
  }

  /** Why letters are not in the file; undefined when there is no reason but that it takes a moment. */
  get trouble(): DeadLetterTrouble | undefined {
    if (this.#trouble === undefined || !this.#isBehind()) return undefined;
    return { unsaved: this.#unsaved.size, ...this.#trouble };
  }

  /** Learns where it reports and has its time from. */
  attach(context: DeadLetterContext): void {
    this.#context = context;
  }

  /** Writes a letter, later. */
  add(letter: NumberedLetter): void {
    this.#unsaved.add(letter);
    this.#wake();
  }

  /** Writes a letter off, later; one that is in no line yet never will be. */
  leave(letter: NumberedLetter, why: WhyGone): void {
    letter.gone = why;
    if (this.#unsaved.delete(letter)) return;
    this.#saved.delete(letter);
    this.#gone[why].push(letter.number);
    this.#wake();
  }

  /** Resolves when all is written; rejects when it cannot be, tried once more. */
  async flush(): Promise<void> {
    await this.#work;
    if (this.#isBehind() && !this.#closing) await this.#start();
    this.#assertSaved();
  }

  /** Writes what is left and closes the journal; rejects when something could not be written. */
  close(): Promise<void> {
    return this.#closing ??= this.#close();
  }

  async #close(): Promise<void> {
    await this.#work;
    if (this.#isBehind()) await this.#start();
    this.#callOff?.();
    this.#isClosed = true;
    this.#journal.close();
    this.#assertSaved();
  }

  #wake(): void {
    if (this.#trouble !== undefined) return; // it is tried when its time comes
    if (this.#isClosed) this.#fail(new Error("found the file closed"));
    else this.#start();
  }

  #start(): Promise<void> {
    this.#callOff?.();
    return this.#work ??= this.#save();
  }

  async #save(): Promise<void> {
    await undefined; // what else comes in this turn goes with it
    try {
      do {
        while (this.#isBehind()) await this.#saveSome();
        this.#recover();
        if (this.#isMostlyDead()) await this.#rewrite();
      } while (this.#isBehind());
    } catch (error) {
      this.#fail(error);
    }
    this.#work = undefined;
  }

  async #saveSome(): Promise<void> {
    const letters: NumberedLetter[] = [];
    const lines: string[] = [];
    let length = 0;
    for (const letter of this.#unsaved) {
      const line = letterLine(letter.number, letter.letter);
      letters.push(letter);
      lines.push(line);
      length += line.length;
      if (lines.length >= MOST_LINES || length >= MOST_LENGTH) break;
    }
    const { redriven, dropped } = this.#gone;
    const [redrivenNow, droppedNow] = [redriven.length, dropped.length];
    if (redrivenNow > 0) lines.push(goneLine(redriven, "redriven"));
    if (droppedNow > 0) lines.push(goneLine(dropped, "dropped"));
    if (lines.length === 0) return;
    const places = await this.#journal.append(lines);
    this.#lines += lines.length;
    redriven.splice(0, redrivenNow);
    dropped.splice(0, droppedNow);
    letters.forEach((letter, i) => {
      letter.place = places[i];
      this.#unsaved.delete(letter);
      // It may have left while it was being written.
      if (letter.gone) this.#gone[letter.gone].push(letter.number);
      else this.#saved.add(letter);
    });
  }

  #isBehind(): boolean {
    const { redriven, dropped } = this.#gone;
    return this.#unsaved.size + redriven.length + dropped.length > 0;
  }

  #isMostlyDead(): boolean {
    return this.#lines > this.#rewriteFrom &&
      this.#lines > 2 * this.#saved.size;
  }

  /** Writes the file anew, without what is gone. That it fails is told, and does no harm. */
  async #rewrite(): Promise<void> {
    const letters = [...this.#saved];
    try {
      const places = await this.#journal.rewrite(
        HEAD_LINE,
        letters.flatMap(({ place }) => place ?? []), // all have one
      );
      letters.forEach((letter, i) => letter.place = places[i]);
      this.#lines = letters.length + 1;
      this.#rewriteFrom = FEW_LINES;
    } catch (error) {
      this.#rewriteFrom = this.#lines * 2;
      this.#report("warn", "dead_letters_not_compacted", { error });
    }
  }

  #fail(error: unknown): void {
    const isNew = this.#trouble === undefined;
    const since = this.#trouble?.since ?? new Date(this.#context.clock.date());
    this.#trouble = { since, error };
    if (isNew) {
      const unsaved = this.#unsaved.size;
      this.#report("error", "dead_letters_unsaved", { unsaved, error });
    }
    if (this.#closing) return;
    this.#callOff = this.#context.clock.after(
      this.#retryMs,
      () => void this.#start(),
    );
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #recover(): void {
    if (this.#trouble === undefined) return;
    this.#trouble = undefined;
    this.#retryMs = FIRST_RETRY_MS;
    this.#report("info", "dead_letters_saved", {});
  }

  #report(
    level: "info" | "warn" | "error",
    event: string,
    facts: Readonly<Record<string, unknown>>,
  ): void {
    this.#context.log({ level, event, file: this.#path, ...facts });
  }

  #assertSaved(): void {
    if (!this.#isBehind()) return;
    const { redriven, dropped } = this.#gone;
    const [letters, removals] = [
      this.#unsaved.size,
      redriven.length + dropped.length,
    ];
    const { error } = this.#trouble ?? {};
    throw new Error(
      `Cannot save dead letters to "${this.#path}": found ${letters} letters and ` +
        `${removals} removals that are not written: ${error}`,
      { cause: error },
    );
  }
}

const FEW_LINES = 100;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
/** How much is made into text at once, while everything else waits. */
const MOST_LINES = 64;
const MOST_LENGTH = 262_144;
