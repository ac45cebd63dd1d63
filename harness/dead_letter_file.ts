/**
 * Dead letters that outlive the process: {@linkcode DeadLetterFile} keeps them in a file. An entry point
 * of its own, because it brings the wire format and needs Deno's files.
 *
 * @example A letter of an earlier process
 * ```ts
 * import { createMessage, SystemExecutionHarness } from "@autocoder/harness";
 * import { DeadLetterFile } from "@autocoder/harness/dead_letter_file";
 *
 * const path = await Deno.makeTempFile();
 * const message = createMessage({ source: "till.out", data: { due: new Date(0) } });
 * const connection = "till.out -> shop.in";
 * const place = { component: "shop", port: "in", connection, attempt: 1 };
 * const before = await DeadLetterFile.open(path);
 * before.add({ ...place, message, cause: new Error("out of stock") });
 * await before[Symbol.asyncDispose]();
 *
 * const deadLetters = await DeadLetterFile.open(path);
 * await using harness = new SystemExecutionHarness({ deadLetters });
 * const [letter] = harness.deadLetters;
 * const { due } = letter?.message.data as { due: Date };
 * if (due.getTime() !== 0) throw new Error("the letter has changed");
 * await harness.stop();
 * await Deno.remove(path);
 * ```
 *
 * @module
 */
import type { DeadLetter } from "./dead_letter.ts";
import type {
  DeadLetterContext,
  DeadLetterStore,
  DeadLetterTrouble,
} from "./dead_letter_store.ts";
import { LetterJournal } from "./letter_journal.ts";
import { HEAD_LINE } from "./letter_line.ts";
import { LetterWriter, NumberedLetter } from "./letter_writer.ts";
import { type FoundLetters, readLetters } from "./read_letters.ts";

/** Settings of {@linkcode DeadLetterFile.open}. */
export interface DeadLetterFileOptions {
  /**
   * Most letters that are kept; the oldest make way.
   * @default {1000}
   */
  readonly limit?: number;
  /**
   * Whether every write is followed by `fdatasync`. With it, a letter that is saved survives a power
   * cut; without, it survives the end of the process by whatever means, but not that of the machine.
   * @default {true}
   */
  readonly sync?: boolean;
}

/**
 * Dead letters in a file, one line of JSON a letter, with dates, bigint, maps, sets, bytes and errors
 * intact. Letters that were in the file when it was opened are kept like any other; `redrive()` sends them
 * by their connection. The letters are in memory as well, up to the limit.
 *
 * **When.** `add()` returns at once. The letter is written a moment later, together with others that came
 * meanwhile, and synced as the options say; a process that is killed in that moment loses it. `flush()`
 * waits for it; `stop()` of the harness does that and closes the file. A letter that is sent again is
 * written off when its channel has accepted the message: killed in between, it is sent twice.
 *
 * **Data.** What the wire format has no form for (functions, instances of classes, cycles, more than
 * 16 MiB) does not keep a letter from being written. In this process it is as it was; read again, its
 * data is a description, and `notRedrivable` says why it is not sent any more.
 *
 * **Trouble.** What cannot be written, because the disk is full for one, stays in memory, within the
 * limit. It is logged once (`dead_letters_unsaved`), is in `trouble`, hence in health and metrics, and is
 * tried again after one second, two, four, up to a minute; if the stop comes first, its report has the error.
 *
 * **The file.** Only its owner may read it. One process has it open at a time, which Deno 2.4 cannot see
 * to. Besides letters it has lines with the numbers of those that were sent again or made way. When most
 * lines say nothing any more, it is written anew beside itself (`.new`) and put in its own place; it needs
 * the permission to read and write both. A last line that was cut short by the end of its process is cut
 * off, counted in `tornBytes` and logged.
 */
export class DeadLetterFile implements DeadLetterStore {
  /** Where it is. */
  readonly path: string;
  /** Bytes of an unfinished line that were found at the end of the file and cut off. */
  readonly tornBytes: number;
  readonly #limit: number;
  readonly #writer: LetterWriter;
  readonly #kept = new Map<DeadLetter, NumberedLetter>();
  readonly #taken = new Map<DeadLetter, NumberedLetter>();
  #total = 0;
  #last: number;

  private constructor(
    path: string,
    limit: number,
    journal: LetterJournal,
    found: FoundLetters,
  ) {
    this.path = path;
    this.tornBytes = found.tornBytes;
    this.#limit = limit;
    this.#last = found.last;
    const letters = Array.from(
      found.letters,
      ([number, { letter, place }]) =>
        new NumberedLetter(number, letter, place),
    );
    this.#writer = new LetterWriter(path, journal, { ...found, letters });
    for (const letter of letters) this.#keep(letter);
  }

  /**
   * Opens a file, or makes it. Rejects when it cannot be read and written, or is in use by another
   * process, and with a `SyntaxError` that names the line when one is not ours, the last excepted; then
   * the file stays as it is. Rejects with a `RangeError` when the limit is not a whole number of at least 1.
   */
  static async open(
    path: string | URL,
    options: DeadLetterFileOptions = {},
  ): Promise<DeadLetterFile> {
    const { limit = 1000, sync = true } = options;
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new RangeError(
        `Cannot keep dead letters: found a limit of ${limit}, wanted a whole number of at least 1`,
      );
    }
    const name = path instanceof URL ? fromFileUrl(path) : path;
    const journal = await LetterJournal.open(name, sync);
    try {
      const found = readLetters(await journal.readAll(), name);
      if (found.tornBytes > 0) await journal.cut(found.size);
      if (found.isOpenEnded) journal.endLastLine();
      if (found.lines === 0) await journal.append([HEAD_LINE]);
      const lines = Math.max(1, found.lines);
      return new DeadLetterFile(name, limit, journal, { ...found, lines });
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  /** The letters that are kept, oldest first, with those of earlier processes. */
  get letters(): readonly DeadLetter[] {
    return [...this.#kept.keys()];
  }

  /** Letters that were added in this process. */
  get total(): number {
    return this.#total;
  }

  /** Set while letters cannot be written. */
  get trouble(): DeadLetterTrouble | undefined {
    return this.#writer.trouble;
  }

  /** Reports what was found in the file, and from now on what goes wrong. */
  attach(context: DeadLetterContext): void {
    this.#writer.attach(context);
    const { path: file, tornBytes } = this;
    context.log({
      level: tornBytes > 0 ? "warn" : "info",
      event: "dead_letters_opened",
      file,
      letters: this.#kept.size,
      tornBytes,
    });
  }

  /** Keeps a letter and returns at once; it is written a moment later. */
  add(letter: DeadLetter): void {
    this.#total++;
    const numbered = new NumberedLetter(++this.#last, letter);
    this.#writer.add(numbered);
    this.#keep(numbered);
  }

  /** Takes a letter that is about to be sent again; in the file it stays. */
  take(letter: DeadLetter): boolean {
    return move(letter, this.#kept, this.#taken) !== undefined;
  }

  /** Keeps a letter again that was taken. */
  putBack(letter: DeadLetter): void {
    const numbered = move(letter, this.#taken, this.#kept);
    if (numbered) this.#keep(numbered);
  }

  /** Has a letter that was taken written off. */
  forget(letter: DeadLetter): void {
    const numbered = this.#taken.get(letter);
    if (numbered === undefined) return;
    this.#taken.delete(letter);
    this.#writer.leave(numbered, "redriven");
  }

  /**
   * Resolves when every letter is in the file and every one that is gone is written off. Rejects,
   * after one more attempt, when that cannot be done; the letters stay in memory.
   */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  /** Writes what is left and closes the file. Rejects when something could not be written; it is closed all the same. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#writer.close();
  }

  #keep(numbered: NumberedLetter): void {
    this.#kept.set(numbered.letter, numbered);
    if (this.#kept.size <= this.#limit) return;
    for (const [letter, oldest] of this.#kept) {
      this.#kept.delete(letter);
      return this.#writer.leave(oldest, "dropped");
    }
  }
}

function move<K, V>(key: K, from: Map<K, V>, to: Map<K, V>): V | undefined {
  const value = from.get(key);
  if (value === undefined) return undefined;
  from.delete(key);
  to.set(key, value);
  return value;
}

function fromFileUrl(url: URL): string {
  if (url.protocol !== "file:") {
    throw new TypeError(
      `Cannot open dead letters: found "${url.protocol}", wanted a file URL`,
    );
  }
  const path = decodeURIComponent(url.pathname);
  return Deno.build.os === "windows" ? path.replace(/^\/(?=\w:)/, "") : path;
}
