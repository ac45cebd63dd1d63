import {
  assertEquals,
  assertNotEquals,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { startChild } from "./child_process.ts";
import { groupMembers } from "./process_group.ts";

const HERE = { cwd: ".", env: { PATH: Deno.env.get("PATH") ?? "" } };

Deno.test("startChild() hands over lines, output and exit code", async () => {
  const lines: string[] = [];
  await using child = startChild("sh", [
    "-c",
    "echo one; echo two; printf half; echo bad >&2; exit 3",
  ], { ...HERE, onLine: (line) => lines.push(line) });
  assertEquals(await child.exited, { code: 3, signal: null });
  assertEquals(lines, ["one", "two", "half"]);
  assertEquals(child.output, { stdout: "one\ntwo\nhalf", stderr: "bad\n" });
});

Deno.test("startChild() hands over a last line that ends in the middle of a character", async () => {
  const lines: string[] = [];
  await using child = startChild("sh", ["-c", "printf 'caf\\303'"], {
    ...HERE,
    onLine: (line) => lines.push(line),
  });
  await child.exited;
  assertEquals(lines, ["caf\ufffd"]);
  assertEquals(child.output.stdout, "caf\ufffd");
});

Deno.test("startChild() kills what its child started, when it is disposed of", async () => {
  const up = Promise.withResolvers<void>();
  let pid = 0;
  {
    await using child = startChild("sh", ["-c", "sleep 600 & echo up; wait"], {
      ...HERE,
      onLine: () => up.resolve(),
    });
    pid = child.pid;
    await up.promise;
    assertEquals((await child.members()).length, 2);
  }
  assertEquals(await endOf(pid), []);
});

Deno.test("startChild() kills what its child started, when it is aborted", async () => {
  const up = Promise.withResolvers<void>();
  const aborter = new AbortController();
  await using child = startChild("sh", ["-c", "sleep 600 & echo up; wait"], {
    ...HERE,
    signal: aborter.signal,
    onLine: () => up.resolve(),
  });
  await up.promise;
  aborter.abort();
  assertNotEquals((await child.exited).code, 0);
  assertEquals(await endOf(child.pid), []);
});

Deno.test("startChild() does not wait for output that a left-over process holds open", async () => {
  await using child = startChild("sh", ["-c", "sleep 600 & echo up"], HERE);
  assertEquals((await child.exited).code, 0);
  assertEquals((await child.members()).length, 1);
});

Deno.test("startChild() refuses a program that is not there, and one that comes too late", async () => {
  const start = () => startChild("/no/such/program", [], HERE);
  assertThrows(start, Deno.errors.NotFound);
  const signal = AbortSignal.abort();
  await assertRejects(
    async () => await startChild("sh", [], { ...HERE, signal }).exited,
    DOMException,
  );
});

/** Killed processes vanish a moment later: looks until they have, within the test's patience. */
async function endOf(group: number): Promise<string[]> {
  const deadline = performance.now() + 5000;
  let members = await groupMembers(group);
  while (members.length > 0 && performance.now() < deadline) {
    members = await groupMembers(group);
  }
  return members;
}
