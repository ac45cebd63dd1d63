/** Where a line is in a file, without its end. */
export interface LinePlace {
  /** Bytes before it. */
  readonly offset: number;
  /** Its bytes. */
  readonly length: number;
}

/**
 * A file of lines that only grows, until it is written anew. One process at a time may have it open,
 * where Deno can see to that. What an append that failed has left of itself is cut off before the next.
 */
export class LetterJournal {
  readonly #path: string;
  readonly #sync: boolean;
  #file: Deno.FsFile;
  #size = 0;
  /** Whether the file is longer than it should be. */
  #isTorn = false;
  /** Ends a line that was whole but for its end. */
  #lead = "";

  private constructor(path: string, file: Deno.FsFile, sync: boolean) {
    this.#path = path;
    this.#file = file;
    this.#sync = sync;
  }

  /** Opens a file, which is made if need be. With `sync`, what is appended is on the disk. */
  static async open(path: string, sync: boolean): Promise<LetterJournal> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const file = await Deno.open(path, APPEND);
      try {
        await lock(file, path);
        // Whoever had it open may have put another in its place meanwhile.
        if (await isAt(file, path)) {
          const journal = new LetterJournal(path, file, sync);
          journal.#size = (await file.stat()).size;
          return journal;
        }
      } catch (error) {
        file.close();
        throw error;
      }
      file.close();
    }
    throw new Error(
      `Cannot open "${path}": found another file by that name ${ATTEMPTS} times`,
    );
  }

  /** Returns all that is in the file. */
  readAll(): Promise<Uint8Array> {
    return this.#read({ offset: 0, length: this.#size });
  }

  /** Cuts the file off after so many bytes. */
  async cut(size: number): Promise<void> {
    this.#size = size;
    this.#isTorn = true;
    await this.#mend();
  }

  /** Has the last line ended before anything is appended. */
  endLastLine(): void {
    this.#lead = "\n";
  }

  /** Appends lines, all or none, and returns where they are. */
  async append(lines: readonly string[]): Promise<LinePlace[]> {
    await this.#mend();
    this.#isTorn = true;
    const chunks = [this.#lead, ...lines.map((line) => `${line}\n`)]
      .map((text) => ENCODER.encode(text));
    try {
      await writeAll(this.#file, chunks);
      if (this.#sync) await this.#file.syncData();
    } catch (error) {
      await this.#mend().catch(() => {}); // else before the next append
      throw error;
    }
    this.#isTorn = false;
    this.#lead = "";
    let end = this.#size;
    this.#size += sum(chunks);
    return chunks.map(({ length }) => {
      const offset = end;
      end += length;
      return { offset, length: length - 1 };
    }).slice(1);
  }

  /**
   * Writes the file anew, with a first line and the lines at these places, and returns where those are
   * now. Until all is written, the old file stays as it is.
   */
  async rewrite(
    head: string,
    places: readonly LinePlace[],
  ): Promise<LinePlace[]> {
    const path = `${this.#path}.new`;
    await Deno.remove(path).catch(passOverMissing);
    const file = await Deno.open(path, APPEND);
    let size = 0;
    const moved: LinePlace[] = [];
    try {
      await lock(file, path);
      let chunks: Uint8Array[] = [ENCODER.encode(`${head}\n`)];
      let offset = sum(chunks);
      for (const place of places) {
        if (offset - size > CHUNK) {
          size += await writeAll(file, chunks);
          chunks = [];
        }
        moved.push({ offset, length: place.length });
        chunks.push(await this.#read(place), LINE_END);
        offset += place.length + 1;
      }
      size += await writeAll(file, chunks);
      await file.sync();
      await Deno.rename(path, this.#path);
    } catch (error) {
      file.close();
      await Deno.remove(path).catch(() => {}); // it is removed before the next time
      throw error;
    }
    this.#file.close();
    this.#file = file;
    this.#size = size;
    this.#isTorn = false;
    this.#lead = "";
    if (this.#sync) await syncFolder(this.#path);
    return moved;
  }

  /** Closes the file. */
  close(): void {
    this.#file.close();
  }

  async #mend(): Promise<void> {
    if (!this.#isTorn) return;
    await this.#file.truncate(this.#size);
    this.#isTorn = false;
  }

  async #read({ offset, length }: LinePlace): Promise<Uint8Array> {
    await this.#file.seek(offset, Deno.SeekMode.Start);
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const read = await this.#file.read(bytes.subarray(done));
      if (read === null) {
        throw new Error(
          `Cannot read "${this.#path}": found its end at byte ${
            offset + done
          }, wanted ${offset + length} bytes`,
        );
      }
      done += read;
    }
    return bytes;
  }
}

/** A file of which Deno 2.4 does not have all. */
interface Lockable extends Pick<Deno.FsFile, "close"> {
  tryLock?(exclusive: boolean): Promise<boolean>;
}

async function lock(file: Deno.FsFile, path: string): Promise<void> {
  const lockable: Lockable = file;
  if (await lockable.tryLock?.(true) !== false) return;
  throw new Error(
    `Cannot open "${path}": found it in use, wanted it for one process alone`,
  );
}

async function isAt(file: Deno.FsFile, path: string): Promise<boolean> {
  const { ino } = await file.stat();
  const found = await Deno.stat(path).catch(passOverMissing);
  return found !== undefined && found.ino === ino;
}

async function writeAll(
  file: Deno.FsFile,
  chunks: readonly Uint8Array[],
): Promise<number> {
  const bytes = new Uint8Array(sum(chunks));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  for (let done = 0; done < bytes.length;) {
    done += await file.write(bytes.subarray(done));
  }
  return bytes.length;
}

/** Makes sure that the file goes by its name after a power cut too, where the system can do that. */
async function syncFolder(path: string): Promise<void> {
  const folder = path.replace(/[^/\\]*$/, "") || ".";
  try {
    const { state } = await Deno.permissions.query({
      name: "read",
      path: folder,
    });
    if (state !== "granted") return; // nobody is to be asked for it
    using file = await Deno.open(folder);
    await file.sync();
  } catch {
    return;
  }
}

function sum(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((total, { length }) => total + length, 0);
}

function passOverMissing(error: unknown): undefined {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/** Letters may hold what is nobody else's business. */
const APPEND = { read: true, append: true, create: true, mode: 0o600 };
const ATTEMPTS = 10;
const CHUNK = 262_144;
const ENCODER = new TextEncoder();
const LINE_END = ENCODER.encode("\n");
