import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DeadLetterFile } from "./dead_letter_file.ts";
import type { DeadLetter } from "./dead_letter.ts";
import { createMessage } from "./message.ts";

type Step =
  | "add"
  | "redrive"
  | "take and put back"
  | "flush"
  | "let go on"
  | "disk fills"
  | "disk has room"
  | "open again";

const STEPS = fc.array(
  fc.constantFrom<Step>(
    "add",
    "add",
    "add",
    "redrive",
    "redrive",
    "take and put back",
    "flush",
    "let go on",
    "disk fills",
    "disk has room",
    "open again",
  ),
  { minLength: 5, maxLength: 600, size: "max" },
);

Deno.test("a file of dead letters that is cut off at any byte after any steps has what was saved, and nothing that was gone", async () => {
  const folder = await Deno.makeTempDir();
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(STEPS, fc.nat(), async (steps, seed) => {
        await using model = await Model.open(`${folder}/${run++}`);
        for (const step of steps) await model.take(step);
        await model.crash(seed);
      }),
      { numRuns: 60 },
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

class Model implements AsyncDisposable {
  readonly #path: string;
  #file: DeadLetterFile;
  #last = 0;
  /** Which letters are certainly in the file, and how long it was then. */
  #safe: readonly number[] = [];
  #safeSize = 0;
  /** Which letters the file certainly says are gone. */
  #gone = new Set<number>();
  #isFull = false;
  readonly #write = Deno.FsFile.prototype.write;

  private constructor(path: string, file: DeadLetterFile) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<Model> {
    const model = new Model(path, await DeadLetterFile.open(path, LIMIT));
    const write = model.#write;
    Deno.FsFile.prototype.write = function (bytes) {
      if (!model.#isFull) return write.call(this, bytes);
      return Promise.reject(new Error("full"));
    };
    return model;
  }

  async take(step: Step): Promise<void> {
    const [oldest] = this.#file.letters;
    if (step === "add") this.#file.add(letter(++this.#last));
    else if (step === "disk fills") this.#isFull = true;
    else if (step === "disk has room") this.#isFull = false;
    else if (step === "let go on") await Deno.stat(this.#path);
    else if (step === "flush") await this.#flush();
    else if (step === "open again") await this.#openAgain();
    else if (oldest && this.#file.take(oldest)) {
      if (step === "redrive") this.#file.forget(oldest);
      else this.#file.putBack(oldest);
    }
  }

  /** Cuts the file where nothing is safe any more, and looks at what is found. */
  async crash(seed: number): Promise<void> {
    const bytes = await Deno.readFile(this.#path);
    this.#isFull = false;
    const least = Math.min(this.#safeSize, bytes.length);
    const size = least + seed % (bytes.length - least + 1);
    const copy = `${this.#path}.copy`;
    await Deno.writeFile(copy, bytes.subarray(0, size));
    const found = await DeadLetterFile.open(copy, { limit: 1000 });
    const numbers = dataOf(found);
    await found[Symbol.asyncDispose]();
    const kept = dataOf(this.#file);
    const wanted = this.#safe.filter((n) => kept.includes(n));
    assert(
      wanted.every((n) => numbers.includes(n)),
      `${numbers} for ${wanted}`,
    );
    assertEquals(numbers.filter((n) => this.#gone.has(n)), []);
    assertEquals(new Set(numbers).size, numbers.length);
  }

  async #flush(): Promise<void> {
    const kept = dataOf(this.#file);
    const isSaved = await this.#file.flush().then(() => true, () => false);
    assertEquals(isSaved, this.#file.trouble === undefined);
    if (!isSaved) return;
    this.#safe = kept;
    this.#safeSize = (await Deno.stat(this.#path)).size;
    for (let n = 1; n <= this.#last; n++) {
      if (!kept.includes(n)) this.#gone.add(n);
    }
  }

  async #openAgain(): Promise<void> {
    this.#isFull = false;
    await this.#flush();
    await this.#file[Symbol.asyncDispose]();
    const kept = dataOf(this.#file);
    this.#file = await DeadLetterFile.open(this.#path, LIMIT);
    assertEquals(dataOf(this.#file).toSorted(order), kept.toSorted(order));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    Deno.FsFile.prototype.write = this.#write;
    await this.#file[Symbol.asyncDispose]();
  }
}

function letter(data: number): DeadLetter {
  const message = createMessage({ source: "a.out", data });
  const connection = "a.out -> b.in";
  return {
    component: "b",
    port: "in",
    connection,
    attempt: 1,
    cause: "why",
    message,
  };
}

function dataOf({ letters }: DeadLetterFile): number[] {
  return letters.map(({ message }) => message.data as number); // letter() makes no others
}

function order(a: number, b: number): number {
  return a - b;
}

const LIMIT = { limit: 12, sync: false };
