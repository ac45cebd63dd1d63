import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { DeadLetterFile } from "./dead_letter_file.ts";
import type { DeadLetter } from "./dead_letter.ts";
import type { LogEntry } from "./log.ts";
import { createMessage } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client } from "./test_doubles.ts";
import { VirtualClock } from "./virtual_clock.ts";

Deno.test("DeadLetterFile.open() finds the letters of before, and those that were sent again or made way are gone", async () => {
  await using place = await Place.make();
  const first = await place.open({ limit: 3 });
  for (const n of [1, 2, 3, 4]) first.add(letter(n));
  const [two, three, four] = first.letters;
  assert(two && three && four);
  assert(first.take(two) && first.take(three) && first.take(four));
  assertEquals([first.take(two), first.letters], [false, []]);
  first.forget(two);
  first.putBack(four);
  assertEquals([dataOf(first), first.total], [[4], 4]);
  await first[Symbol.asyncDispose](); // three is still being sent

  const second = await place.open();
  assertEquals([dataOf(second).toSorted(), second.total], [[3, 4], 0]);
  second.add(letter(5));
  await second[Symbol.asyncDispose]();
  const third = await place.open({ limit: 1 });
  assertEquals(dataOf(third), [5]);
  await third[Symbol.asyncDispose]();
  assertEquals(dataOf(await place.open()), [5]);
});

Deno.test("DeadLetterFile.flush() waits until what was added is in the file, in a few writes", async () => {
  await using place = await Place.make();
  const file = await place.open();
  using writes = Writes.watch();
  for (let n = 0; n < 200; n++) file.add(letter(n));
  assertEquals(writes.count, 0); // add() has not waited for the disk
  await file.flush();
  assertEquals(dataOf(await place.openCopy()).length, 200);
  assert(writes.count <= 4, `found ${writes.count} writes`);
  await file.flush();
});

Deno.test("DeadLetterFile.open() refuses a file that is in use, that is not ours, or cannot be", async () => {
  await using place = await Place.make();
  const file = await place.open();
  if ("tryLock" in Deno.FsFile.prototype) {
    await assertRejects(() => place.open(), Error, "found it in use");
  }
  await file[Symbol.asyncDispose]();
  await Deno.writeTextFile(place.path, "notes\n");
  const error = await assertRejects(() => place.open(), SyntaxError);
  assertStringIncludes(error.message, `"${place.path}", line 1: `);
  assertEquals(await Deno.readTextFile(place.path), "notes\n");
  await assertRejects(
    () => DeadLetterFile.open(`${place.path}/x`),
    Deno.errors.NotADirectory,
  );
  await assertRejects(() => place.open({ limit: 0 }), RangeError, "limit of 0");
  const url = new URL("http://localhost/x");
  await assertRejects(() => DeadLetterFile.open(url), TypeError, "file URL");
});

Deno.test("DeadLetterFile.open() cuts off a torn last line and tells the log; a line that lacks only its end is kept", async () => {
  await using place = await Place.make();
  const file = await place.open();
  for (const n of [1, 2]) file.add(letter(n));
  await file[Symbol.asyncDispose]();
  const text = await Deno.readTextFile(place.path);
  await Deno.writeTextFile(place.path, text.slice(0, -9));
  const torn = await place.open();
  const log: LogEntry[] = [];
  const clock = new VirtualClock();
  torn.attach({ log: (entry) => log.push(entry), clock });
  const tornBytes = text.trimEnd().split("\n").at(-1)!.length - 8;
  assertEquals([dataOf(torn), torn.tornBytes], [[1], tornBytes]);
  assertEquals(log, [{
    level: "warn",
    event: "dead_letters_opened",
    file: place.path,
    letters: 1,
    tornBytes,
  }]);
  torn.add(letter(3));
  await torn[Symbol.asyncDispose]();
  const whole = await Deno.readTextFile(place.path);
  await Deno.writeTextFile(place.path, whole.trimEnd());
  const open = await place.open();
  open.add(letter(4));
  await open[Symbol.asyncDispose]();
  assertEquals(dataOf(await place.open()), [1, 3, 4]);
});

for (const method of ["write", "syncData", "truncate"] as const) {
  Deno.test(`DeadLetterFile keeps letters in memory while ${method}() fails, tells so once, and writes them when it can again`, async () => {
    await using place = await Place.make();
    const file = await place.open();
    const log: LogEntry[] = [];
    const clock = new VirtualClock(1000);
    file.attach({ log: (entry) => log.push(entry), clock });
    file.add(letter(1));
    await file.flush();
    {
      using _full = Failing.disk(method);
      file.add(letter(2));
      const error = await assertRejects(() => file.flush(), Error);
      assertStringIncludes(error.message, "found 1 letters and 0 removals");
      assertEquals(error.cause, NO_SPACE);
      file.add(letter(3));
      assertEquals(file.trouble, {
        unsaved: 2,
        since: new Date(1000),
        error: NO_SPACE,
      });
      assert(file.take(file.letters[0]!));
      await assertRejects(() => file.flush(), Error);
      assertEquals(dataOf(file), [2, 3]);
      const events = log.map(({ event }) => event);
      assertEquals(events, ["dead_letters_opened", "dead_letters_unsaved"]);
      assertEquals(clock.pending, 1);
    }
    await clock.advance(60_000);
    await file.flush();
    assertEquals([file.trouble, clock.pending], [undefined, 0]);
    assertEquals(log.at(-1)?.event, "dead_letters_saved");
    assertEquals(dataOf(await place.openCopy()), [1, 2, 3]);
  });
}

Deno.test("the stop of a harness reports letters that could not be written, and closes the file", async () => {
  await using place = await Place.make();
  const deadLetters = await place.open();
  const harness = new SystemExecutionHarness({ deadLetters })
    .registerComponent(client("a"));
  await harness.start();
  {
    using _full = Failing.disk("write");
    deadLetters.add(letter(1));
    await assertRejects(() => deadLetters.flush());
    assertEquals(
      harness.health().deadLetterTrouble?.error,
      NO_SPACE.message,
    );
    assertEquals(harness.metrics().deadLettersUnsaved, 1);
    const { errors } = await harness.stop();
    assertEquals(errors.map(({ name }) => name), ["dead letters"]);
    assertStringIncludes(String(errors[0]?.error), "found 1 letters");
  }
  deadLetters.add(letter(2)); // an abandoned component may be late
  assertEquals(deadLetters.trouble?.unsaved, 2);
  assertEquals(dataOf(await place.open()), []);
});

Deno.test("DeadLetterFile holds no more than the limit while the disk hangs, and forgets what left meanwhile", async () => {
  await using place = await Place.make();
  const file = await place.open({ limit: 10 });
  const gate = Promise.withResolvers<void>();
  {
    using disk = Hanging.disk(gate.promise);
    file.add(letter(0));
    await disk.isReached;
    for (let n = 1; n < 1000; n++) file.add(letter(n)); // 0 leaves while it is written
    assertEquals(file.letters.length, 10);
    gate.resolve();
    await file.flush();
  }
  assertEquals(file.total, 1000);
  const copy = await place.openCopy();
  assertEquals(dataOf(copy), [
    990,
    991,
    992,
    993,
    994,
    995,
    996,
    997,
    998,
    999,
  ]);
  const { size } = await Deno.stat(place.path);
  assert(size < 12 * 1000, `found ${size} bytes for eleven letters`);
});

Deno.test("DeadLetterFile writes the file anew when most lines say nothing any more", async () => {
  await using place = await Place.make();
  const file = await place.open({ limit: 20 });
  const lines: number[] = [];
  for (let n = 0; n < 500; n++) {
    file.add(letter(n));
    await file.flush();
    lines.push((await Deno.readTextFile(place.path)).split("\n").length - 1);
    if (n === 250) { // they are not forgotten, so they stay, through more than one such time
      for (const letter of file.letters.slice(0, 3)) file.take(letter);
    }
  }
  assert(Math.max(...lines) <= 115, `found ${Math.max(...lines)} lines`);
  const wanted = Array.from({ length: 20 }, (_, i) => 480 + i);
  assertEquals(dataOf(file), wanted);
  assertEquals(dataOf(await place.openCopy()), [231, 232, 233, ...wanted]);
  assertEquals((await Deno.stat(place.path)).mode! & 0o777, 0o600);
  if ("tryLock" in Deno.FsFile.prototype) {
    await assertRejects(() => place.open(), Error, "found it in use");
  }
});

Deno.test("DeadLetterFile goes on with the old file when it cannot be written anew", async () => {
  await using place = await Place.make();
  await Deno.mkdir(`${place.path}.new/x`, { recursive: true });
  const file = await place.open({ limit: 5 });
  const log: LogEntry[] = [];
  const clock = new VirtualClock();
  file.attach({ log: (entry) => log.push(entry), clock });
  for (let n = 0; n < 300; n++) {
    file.add(letter(n));
    await file.flush();
  }
  const events = log.map(({ event }) => event);
  assertEquals(events, [
    "dead_letters_opened",
    "dead_letters_not_compacted",
    "dead_letters_not_compacted",
    "dead_letters_not_compacted",
  ]);
  assertEquals(file.trouble, undefined);
  assertEquals(dataOf(await place.openCopy()), [295, 296, 297, 298, 299]);
});

/** A folder with a file in it, and all that is opened there. */
class Place implements AsyncDisposable {
  readonly path: string;
  readonly #folder: string;
  readonly #files: DeadLetterFile[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = `${folder}/letters.jsonl`;
  }

  static async make(): Promise<Place> {
    return new Place(await Deno.makeTempDir());
  }

  async open(
    options: { readonly limit?: number } = {},
  ): Promise<DeadLetterFile> {
    const file = await DeadLetterFile.open(this.path, options);
    this.#files.push(file);
    return file;
  }

  /** Opens what is in the file at this moment, as after the end of the process. */
  async openCopy(): Promise<DeadLetterFile> {
    const path = `${this.#folder}/copy.jsonl`;
    await Deno.writeFile(path, await Deno.readFile(this.path));
    const copy = await DeadLetterFile.open(new URL(`file://${path}`));
    this.#files.push(copy);
    return copy;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const file of this.#files) {
      await file[Symbol.asyncDispose]().catch(() => {});
    }
    await Deno.remove(this.#folder, { recursive: true });
  }
}

const PROTOTYPE = Deno.FsFile.prototype;

/** Counts writes. */
class Writes implements Disposable {
  count = 0;
  readonly #write = PROTOTYPE.write;

  static watch(): Writes {
    const writes = new Writes();
    PROTOTYPE.write = function (bytes) {
      writes.count++;
      return writes.#write.call(this, bytes);
    };
    return writes;
  }

  [Symbol.dispose](): void {
    PROTOTYPE.write = this.#write;
  }
}

/** A disk that is full: half of what is written arrives, and `method` is the first to complain. */
class Failing implements Disposable {
  readonly #real = {
    write: PROTOTYPE.write,
    syncData: PROTOTYPE.syncData,
    truncate: PROTOTYPE.truncate,
  };

  static disk(method: "write" | "syncData" | "truncate"): Failing {
    const failing = new Failing();
    const { write } = failing.#real;
    if (method === "syncData") {
      PROTOTYPE.syncData = () => Promise.reject(NO_SPACE);
      return failing;
    }
    let isFull = false;
    PROTOTYPE.write = async function (bytes) {
      if (isFull) throw NO_SPACE;
      isFull = true;
      return await write.call(this, bytes.subarray(0, bytes.length >> 1));
    };
    if (method === "truncate") {
      PROTOTYPE.truncate = () => Promise.reject(NO_SPACE);
    }
    return failing;
  }

  [Symbol.dispose](): void {
    Object.assign(PROTOTYPE, this.#real);
  }
}

/** A disk that does not answer before the gate is open. */
class Hanging implements Disposable {
  readonly #reached = Promise.withResolvers<void>();
  readonly #write = PROTOTYPE.write;

  static disk(gate: Promise<void>): Hanging {
    const hanging = new Hanging();
    PROTOTYPE.write = async function (bytes) {
      hanging.#reached.resolve();
      await gate;
      return await hanging.#write.call(this, bytes);
    };
    return hanging;
  }

  get isReached(): Promise<void> {
    return this.#reached.promise;
  }

  [Symbol.dispose](): void {
    PROTOTYPE.write = this.#write;
  }
}

function letter(data: number): DeadLetter {
  return {
    component: "b",
    port: "in",
    connection: "a.out -> b.in",
    attempt: 1,
    cause: new Error("no luck"),
    message: createMessage({ source: "a.out", data }),
  };
}

function dataOf({ letters }: DeadLetterFile): number[] {
  return letters.map(({ message }) => message.data as number); // letter() makes no others
}

const NO_SPACE = new Error("No space left on device (os error 28)");
