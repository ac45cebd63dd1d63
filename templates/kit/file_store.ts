/**
 * Files in a folder: streamed in and out, each whole or not at all, under names that no client chose.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";

/** What is kept of a file beside its bytes. */
export interface ReceivedFile {
  /** How many bytes it has. */
  readonly size: number;
  /** The SHA-256 of its bytes, in hex. */
  readonly sha256: string;
  /** Its first bytes, at most 16. */
  readonly head: Uint8Array;
  /** Gives it its name for good; it survives the loss of power from then on. */
  keep(name: string): Promise<void>;
  /** Throws it away, unless it is kept. */
  discard(): Promise<void>;
}

/** Why a file was not received. */
export type Refusal = "too large" | "too slow" | "broken off";

/** What is received at most, and how long a client may send nothing. */
export interface ReceiveLimits {
  /** The most bytes. */
  readonly maxBytes: number;
  /** The most milliseconds between two parts of it. @default 30000 */
  readonly idleMs?: number;
}

/** The files of a system. Their names are made of {@link fileName}. */
export class FileStore {
  readonly #folder: string;
  /** When it was opened; what is older and belongs to nothing can be swept. */
  readonly #opened = Date.now() - CLOCK_STEP_MS;

  /** Opens a folder, which is made where it is missing. */
  constructor(folder: string) {
    this.#folder = folder;
    Deno.mkdirSync(folder, { recursive: true });
  }

  /** Reads a stream into a temporary file, part by part; what is refused leaves nothing. */
  async receive(
    stream: ReadableStream<Uint8Array> | null,
    { maxBytes, idleMs = IDLE_MS }: ReceiveLimits,
  ): Promise<ReceivedFile | Refusal> {
    const path = join(this.#folder, `${TEMPORARY}${crypto.randomUUID()}`);
    const discard = () => removed(path);
    try {
      using file = await Deno.open(path, { write: true, createNew: true });
      const written = await writeTo(file, stream, { maxBytes, idleMs });
      if (typeof written === "string") {
        await discard();
        return written;
      }
      await file.sync();
      const keep = (name: string) => this.#keep(path, name);
      return { ...written, keep, discard };
    } catch (error) {
      await discard();
      throw error;
    }
  }

  /** Opens a file; undefined where there is none. */
  async open(name: string): Promise<Deno.FsFile | undefined> {
    try {
      return await Deno.open(join(this.#folder, name), { read: true });
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    }
  }

  /** Removes a file, if it is there. */
  async remove(name: string): Promise<void> {
    await removed(join(this.#folder, name));
  }

  /** Lists the names of the files that are kept. */
  async *names(): AsyncIterable<string> {
    for await (const { name } of Deno.readDir(this.#folder)) {
      if (!name.startsWith(TEMPORARY)) yield name;
    }
  }

  /**
   * Removes what interrupted uploads left, and of the kept files those that belong to nothing; only what is older than
   * the store, or by as much as `spareMs` where other processes use the folder, too.
   */
  async sweep(
    belongs: (name: string) => Promise<boolean>,
    spareMs = 0,
  ): Promise<number> {
    let swept = 0;
    for await (const { name, isFile } of Deno.readDir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!isFile || await changedAt(path) > this.#opened - spareMs) continue;
      if (!name.startsWith(TEMPORARY) && await belongs(name)) continue;
      await removed(path);
      swept++;
    }
    return swept;
  }

  async #keep(path: string, name: string): Promise<void> {
    await Deno.rename(path, join(this.#folder, name));
    // The name is in the folder, which has to reach the disk as well.
    using folder = await Deno.open(this.#folder, { read: true });
    await folder.sync();
  }
}

/** A file system stamps files with a clock that moves in steps, and may be behind by one. */
const CLOCK_STEP_MS = 20;

/** Names the file of an entity's field: nothing in it comes from a client. */
export function fileName(
  entity: string,
  owner: { readonly id: string; readonly field: string },
  fileId: string,
): string {
  return [entity, owner.id, owner.field, fileId].join(".");
}

async function writeTo(
  file: Deno.FsFile,
  stream: ReadableStream<Uint8Array> | null,
  { maxBytes, idleMs }: Required<ReceiveLimits>,
): Promise<Pick<ReceivedFile, "size" | "sha256" | "head"> | Refusal> {
  const hash = createHash("sha256");
  const head: number[] = [];
  let size = 0;
  const reader = stream?.getReader();
  try {
    for (;;) {
      const part = await readPart(reader, idleMs);
      if (typeof part === "string") return part;
      if (part === undefined) break;
      size += part.byteLength;
      if (size > maxBytes) return "too large";
      if (head.length < HEAD) {
        head.push(...part.subarray(0, HEAD - head.length));
      }
      hash.update(part);
      await writeAll(file, part);
    }
  } finally {
    // What is left is not read; a client that went away has closed it already.
    await reader?.cancel().catch(() => {});
  }
  return { size, sha256: hash.digest("hex"), head: new Uint8Array(head) };
}

async function readPart(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  idleMs: number,
): Promise<Uint8Array | undefined | Refusal> {
  const late = Promise.withResolvers<Refusal>();
  const timer = setTimeout(() => late.resolve("too slow"), idleMs);
  try {
    const part = await Promise.race([reader?.read(), late.promise]);
    return typeof part === "string" ? part : part?.value;
  } catch {
    return "broken off";
  } finally {
    clearTimeout(timer);
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    written += await file.write(bytes.subarray(written));
  }
}

async function removed(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** A file that has gone meanwhile is as new as can be. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await Deno.stat(path)).mtime?.getTime() ?? 0;
  } catch {
    return Infinity;
  }
}

const TEMPORARY = "tmp-";
const IDLE_MS = 30_000;
const HEAD = 16;
