import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { DeepJournal } from "./deep_journal.ts";
import { ValidationPipelineError } from "./errors.ts";

const KEY = { manifestSha256: "ab", seed: 1 };

Deno.test("DeepJournal goes on where a run of the same key has ended", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "deep", "journal.jsonl");
  const first = await DeepJournal.open(path, KEY);
  assertEquals(first.isEmpty, true);
  await Promise.all([
    first.set("a", { killed: true }),
    first.set("b", 1),
    first.set("b", 2),
  ]);
  const second = await DeepJournal.open(path, KEY);
  assertEquals(second.isEmpty, false);
  assertEquals(second.get("a"), { killed: true });
  assertEquals(second.get("b"), 2);
  assertEquals(second.get("c"), undefined);
});

Deno.test("DeepJournal begins anew for anything else", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "journal.jsonl");
  const first = await DeepJournal.open(path, KEY);
  await first.set("a", 1);
  const other = await DeepJournal.open(path, { ...KEY, seed: 2 });
  assertEquals(other.isEmpty, true);
  const again = await DeepJournal.open(path, KEY);
  assertEquals(again.isEmpty, true);
});

Deno.test("DeepJournal takes nothing that somebody else has put there", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "journal.jsonl");
  const first = await DeepJournal.open(path, KEY);
  await first.set("mutant", "survived");
  const [head = ""] = (await Deno.readTextFile(path)).split("\n");
  const [key] = JSON.parse(head);
  const forged = [key, crypto.randomUUID()];
  await Deno.writeTextFile(
    path,
    `${JSON.stringify(forged)}\n["mutant","killed"]\n`,
  );
  const second = await DeepJournal.open(path, KEY);
  assertEquals([second.isEmpty, second.get("mutant")], [true, undefined]);
});

Deno.test("DeepJournal leaves out the half line of an interruption, and what follows is whole", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "journal.jsonl");
  const first = await DeepJournal.open(path, KEY);
  await first.set("a", 1);
  await Deno.writeTextFile(path, '["b",{"half', { append: true });
  const second = await DeepJournal.open(path, KEY);
  await second.set("c", 3);
  const third = await DeepJournal.open(path, KEY);
  assertEquals([third.get("a"), third.get("b"), third.get("c")], [
    1,
    undefined,
    3,
  ]);
});

Deno.test("DeepJournal says when it cannot be kept", async () => {
  await using folder = await temporaryFolder();
  await Deno.writeTextFile(join(folder.path, "deep"), "a file");
  await assertRejects(
    () => DeepJournal.open(join(folder.path, "deep", "journal.jsonl"), KEY),
    ValidationPipelineError,
    "Cannot keep the journal",
  );
});

async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await Deno.makeTempDir();
  return {
    path,
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}
