import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { fileName, FileStore, type ReceivedFile } from "./file_store.ts";

Deno.test("a file store keeps a file under its name once it is whole", async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const store = new FileStore(folder);
  const file = await received(store, ["hel", "lo"]);
  assertEquals(file.size, 5);
  assertEquals(
    file.sha256,
    "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
  );
  assertEquals(new TextDecoder().decode(file.head), "hello");
  assertEquals(await Array.fromAsync(store.names()), []);
  await file.keep("a.b");
  await file.discard(); // which has nothing to throw away any more
  assertEquals(await Array.fromAsync(store.names()), ["a.b"]);
  using opened = await store.open("a.b");
  assertEquals(await new Response(opened?.readable).text(), "hello");
  await store.remove("a.b");
  await store.remove("a.b");
  assertEquals(await store.open("a.b"), undefined);
});

Deno.test("a file store leaves nothing of what it refuses", async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const store = new FileStore(folder);
  const limits = { maxBytes: 4, idleMs: 1 };
  assertEquals(
    await store.receive(textStream(["hel", "lo"]), limits),
    "too large",
  );
  const never = new ReadableStream<Uint8Array>();
  assertEquals(await store.receive(never, limits), "too slow");
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.error(new Error("gone")),
  });
  assertEquals(await store.receive(broken, limits), "broken off");
  const whole = await store.receive(textStream(["help"]), limits);
  assert(typeof whole !== "string");
  await whole.discard();
  assertEquals(await entries(folder), []);
  const empty = await store.receive(null, limits);
  assert(typeof empty !== "string");
  assertEquals(empty.size, 0);
});

Deno.test("a file store reads no more of a stream than it wants", async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const store = new FileStore(folder);
  let [parts, cancelled] = [0, false];
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      parts++;
      controller.enqueue(new Uint8Array(100));
    },
    cancel() {
      cancelled = true;
    },
  });
  assertEquals(await store.receive(endless, { maxBytes: 1000 }), "too large");
  assert(cancelled && parts <= 13, `read ${parts} parts`);
});

Deno.test("fileName() has nothing of a client's in it", () => {
  assertEquals(
    fileName("product", { id: "some-id", field: "photo" }, "a-file"),
    "product.some-id.photo.a-file",
  );
});

Deno.test("a large file passes through a process that stays small", async () => {
  await using temporary = await temporaryFolder();
  const size = 512 * 1024 * 1024;
  const { stdout, code } = await fixture([
    "stream",
    temporary.folder,
    `${size}`,
  ])
    .output();
  assertEquals(code, 0);
  const { grown, ...rest } = JSON.parse(new TextDecoder().decode(stdout));
  assertEquals(rest, { size });
  assert(grown < size / 4, `grew by ${grown} bytes`);
});

Deno.test("what a killed process leaves is swept at the next start", async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  const process = fixture(["hang", folder]).spawn();
  const reader = process.stdout.getReader();
  await reader.read(); // it has begun
  process.kill("SIGKILL");
  await process.status;
  await reader.cancel();
  assertEquals((await entries(folder)).length, 2);
  await Deno.utime(`${folder}/${(await entries(folder))[0]}`, 0, 0);
  await Deno.utime(`${folder}/${(await entries(folder))[1]}`, 0, 0);

  const looked: string[] = [];
  const store = new FileStore(folder);
  const spared = await store.sweep(() => Promise.resolve(false), 1e15);
  assertEquals(spared, 0, "other processes may be about to keep them");
  const swept = await store.sweep((name) => {
    looked.push(name);
    return Promise.resolve(false);
  });
  assertEquals(swept, 2);
  assertEquals(looked, ["product.some-id.photo.some-file"]);
  assertEquals(await entries(folder), []);
});

Deno.test("a sweep spares what is younger than the store, and what belongs to an entity", async () => {
  await using temporary = await temporaryFolder();
  const { folder } = temporary;
  await Deno.writeTextFile(`${folder}/old`, "");
  await Deno.utime(`${folder}/old`, 0, 0);
  const store = new FileStore(folder);
  const young = await received(store, ["a"]);
  assertEquals(await store.sweep(() => Promise.resolve(true)), 0);
  await young.keep("young");
  await Deno.utime(
    `${folder}/young`,
    new Date(Date.now() + 1000),
    new Date(Date.now() + 1000),
  );
  assertEquals(await store.sweep(() => Promise.resolve(false)), 1);
  assertEquals(await entries(folder), ["young"]);
});

async function received(
  store: FileStore,
  parts: readonly string[],
): Promise<ReceivedFile> {
  const file = await store.receive(textStream(parts), { maxBytes: 1000 });
  assert(typeof file !== "string");
  return file;
}

function textStream(parts: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return ReadableStream.from(parts.map((part) => encoder.encode(part)));
}

async function entries(folder: string): Promise<string[]> {
  const all = await Array.fromAsync(Deno.readDir(folder));
  return all.map(({ name }) => name).toSorted();
}

async function temporaryFolder(): Promise<
  AsyncDisposable & { readonly folder: string }
> {
  const folder = await Deno.makeTempDir();
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

function fixture(args: readonly string[]): Deno.Command {
  const path = fileURLToPath(new URL("file_store_fixture.ts", import.meta.url));
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", path, ...args],
    stdout: "piped",
  });
}
