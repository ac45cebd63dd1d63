/**
 * What a deep run has found out so far, kept so that an interrupted one can go on.
 *
 * @module
 */
import { dirname } from "node:path";
import { ValidationPipelineError } from "./errors.ts";
import { isWrittenHere, rememberWritten } from "./evidence/written_here.ts";

/** What the results depend on; a journal of anything else is begun anew. */
export type JournalKey = Readonly<Record<string, string | number>>;

/** A file of JSON lines, `[key, value]` each; the last line of a key holds. */
export class DeepJournal {
  readonly #path: string | undefined;
  readonly #values: Map<string, unknown>;
  #written: Promise<void> = Promise.resolve();

  private constructor(path?: string, values = new Map<string, unknown>()) {
    this.#path = path;
    this.#values = values;
  }

  /** Makes one that is kept nowhere. */
  static inMemory(): DeepJournal {
    return new DeepJournal();
  }

  /**
   * Opens the journal in a file, or begins it when there is none of the same key that this user has begun: results that
   * somebody else has put there are not taken.
   *
   * @throws {ValidationPipelineError} when the file cannot be read or written.
   */
  static async open(path: string, key: JournalKey): Promise<DeepJournal> {
    const wanted = JSON.stringify({ schema: JOURNAL_SCHEMA, ...key });
    try {
      const [found = "", ...lines] = (await readIfThere(path)).split("\n");
      const isOwn = keyIn(found) === wanted && await isWrittenHere(found);
      const values = isOwn ? valuesOf(lines) : undefined;
      const head = isOwn ? found : headOf(wanted);
      await rememberWritten(head);
      await Deno.mkdir(dirname(path), { recursive: true });
      const kept = [...values ?? []].map((line) => JSON.stringify(line));
      // Written anew as a whole: an interruption may have left half a line.
      await Deno.writeTextFile(path, [head, ...kept, ""].join("\n"));
      return new DeepJournal(path, values);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ValidationPipelineError(
        `Cannot keep the journal "${path}": ${reason}`,
        { cause },
      );
    }
  }

  /** Whether it has anything from a run before. */
  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  /** Finds what was noted; undefined when nothing was. The caller knows what it wrote there. */
  get<T>(key: string): T | undefined {
    return this.#values.get(key) as T | undefined;
  }

  /** Notes something that JSON can hold; resolves when it is written. */
  set(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    const path = this.#path;
    if (path === undefined) return Promise.resolve();
    const line = JSON.stringify([key, value]) + "\n";
    this.#written = this.#written.then(() =>
      Deno.writeTextFile(path, line, { append: true })
    );
    return this.#written;
  }
}

/** A head that nobody can guess. */
function headOf(key: string): string {
  return JSON.stringify([JSON.parse(key), crypto.randomUUID()]);
}

/** The key in a head; undefined in what is none. */
function keyIn(head: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(head)[0]);
  } catch {
    return undefined;
  }
}

function valuesOf(lines: readonly string[]): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const line of lines) {
    try {
      const [key, value] = JSON.parse(line);
      values.set(String(key), value);
    } catch {
      break; // what an interruption left of a line; nothing came after it
    }
  }
  return values;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

const JOURNAL_SCHEMA = "autocoder/deep-journal/v2";
