import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { findDeno, isAtLeast } from "./find_deno.ts";

const OWN = Deno.execPath();

Deno.test("findDeno() takes the one that was named, and no other in its place", async () => {
  const found = await findDeno({ deno: OWN, env: {} });
  assertEquals(found?.path, OWN);
  assertEquals(found?.version, Deno.version.deno);
  const env = { PATH: "" };
  assertEquals(await findDeno({ deno: "/no/such/deno", env }), undefined);
});

Deno.test("findDeno() takes $DENO before the PATH", async () => {
  assertEquals(
    await findDeno({ env: { DENO: "/no/such/deno", PATH: "/usr/bin" } }),
    undefined,
  );
});

Deno.test("findDeno() follows a script on the PATH to the real executable", async () => {
  const folder = await folderWith(`#!/bin/sh\nexec "${OWN}" "$@"\n`);
  await using _ = folder;
  const found = await findDeno({
    env: { PATH: folder.path },
    execPath: "/usr/bin/autocoder",
  });
  assertEquals(found?.path, OWN);
});

Deno.test("findDeno() passes over one that is too old, down to its own executable", async () => {
  const folder = await folderWith('#!/bin/sh\necho "2.3.9 $0"\n');
  await using _ = folder;
  const env = { PATH: folder.path };
  const own = await findDeno({ env, execPath: OWN });
  assertMatch(own?.path ?? "", /deno$/);
  const compiled = await findDeno({ env, execPath: "/usr/bin/autocoder" });
  assertEquals(compiled, undefined);
});

Deno.test("isAtLeast() compares versions by their numbers", () => {
  assertEquals(isAtLeast("2.10.0", "2.4.0"), true);
  assertEquals(isAtLeast("2.4.0", "2.4.0"), true);
  assertEquals(isAtLeast("2.4.0-rc.1", "2.4.0"), true);
  assertEquals(isAtLeast("2.3.9", "2.4.0"), false);
  assertEquals(isAtLeast("1.46.3", "2.4.0"), false);
});

async function folderWith(script: string) {
  const path = await Deno.makeTempDir();
  await Deno.writeTextFile(join(path, "deno"), script);
  await Deno.chmod(join(path, "deno"), 0o755);
  return {
    path,
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}
