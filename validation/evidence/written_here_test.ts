import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { isWrittenHere, rememberWritten } from "./written_here.ts";

/** A user's folders below a temporary one. */
async function memory() {
  const home = await Deno.makeTempDir({ prefix: "autocoder-home-" });
  return {
    home,
    env: (name: string) => name === "HOME" ? home : undefined,
    [Symbol.asyncDispose]: () => Deno.remove(home, { recursive: true }),
  };
}

Deno.test("isWrittenHere() knows the texts that rememberWritten() was given, to the byte", async () => {
  await using own = await memory();
  await using other = await memory();
  await rememberWritten("a report", own);
  assert(await isWrittenHere("a report", own));
  assertEquals(await isWrittenHere("a report ", own), false);
  assertEquals(await isWrittenHere("a report", other), false);
});

Deno.test("rememberWritten() prefers the folder that is meant for caches", async () => {
  await using own = await memory();
  const cache = join(own.home, "elsewhere");
  const env = (name: string) =>
    name === "XDG_CACHE_HOME" ? cache : own.env(name);
  await rememberWritten("a report", { env });
  assert(await isWrittenHere("a report", { env }));
  assertEquals(await isWrittenHere("a report", own), false);
});

Deno.test("rememberWritten() is content where nothing can be kept", async () => {
  await using own = await memory();
  await rememberWritten("a report", { env: () => undefined });
  assertEquals(
    await isWrittenHere("a report", { env: () => undefined }),
    false,
  );
  await Deno.writeTextFile(join(own.home, ".cache"), "no folder");
  await rememberWritten("a report", own);
  assertEquals(await isWrittenHere("a report", own), false);
});

Deno.test("rememberWritten() forgets the oldest of very many", async () => {
  await using own = await memory();
  await rememberWritten("first", own);
  const folder = join(own.home, ".cache", "autocoder", "written");
  for (let index = 0; index < 1_000; index++) {
    const path = join(folder, `other-${index}`);
    await Deno.writeTextFile(path, "");
    await Deno.utime(path, new Date(1e12 + index), new Date(1e12 + index));
  }
  await rememberWritten("last", own);
  const left = await Array.fromAsync(Deno.readDir(folder));
  assertEquals(left.length, 1_000);
  assertEquals(left.some(({ name }) => name === "other-0"), false);
  assert(await isWrittenHere("first", own) && await isWrittenHere("last", own));
});
