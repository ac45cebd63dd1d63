import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import type { Page } from "./entity_request.ts";
import {
  sqliteVouchers,
  type Voucher,
  voucherDesk,
} from "./example_vouchers.ts";
import type { ApiClient, ApiResponse } from "./testing.ts";

Deno.test("keys survive kill -9 in the middle of writes: each made one voucher", async () => {
  const path = await Deno.makeTempFile();
  try {
    const acknowledged = new Map<string, string>();
    for (let round = 0; round < ROUNDS; round++) {
      for (
        const [key, id] of await killed(path, `r${round}-`, 20 + 7 * round)
      ) {
        acknowledged.set(key, id);
      }
      await using store = sqliteVouchers(path);
      const desk = voucherDesk(store);
      for (const [key, id] of acknowledged) {
        const again = await make(desk, key);
        assertEquals([again.status, again.body.id], [201, id], key);
        assertEquals(again.headers.get("idempotency-replayed"), "true", key);
      }
      await finish(desk, round, acknowledged);
    }
    assert(acknowledged.size >= 20 * ROUNDS);
  } finally {
    for (const end of ["", "-wal", "-shm"]) {
      await Deno.remove(path + end).catch(() => {});
    }
  }
});

/** What was under way, and perhaps done, is done once when it is sent again. */
async function finish(
  desk: ApiClient,
  round: number,
  acknowledged: Map<string, string>,
): Promise<void> {
  const mine = [...acknowledged.keys()]
    .filter((key) => key.startsWith(`r${round}-`));
  const next = `r${round}-${mine.length}`;
  const made = await make(desk, next);
  assertEquals(made.status, 201);
  acknowledged.set(next, made.body.id);
  const { body } = await desk.get<Page<Voucher>>(`/vouchers?code=${next}`);
  assertEquals(body.items.map(({ id }) => id), [made.body.id]);
}

async function make(
  desk: ApiClient,
  key: string,
): Promise<ApiResponse<Voucher>> {
  return await desk.send<Voucher>("/vouchers", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ title: "Some title", code: key }),
  });
}

/** Runs a process that makes vouchers until it has told of so many, and kills it while it makes more. */
async function killed(
  path: string,
  prefix: string,
  enough: number,
): Promise<Map<string, string>> {
  const fixture = fileURLToPath(
    new URL("once_by_key_fixture.ts", import.meta.url),
  );
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", fixture, path, prefix],
    stdout: "piped",
  }).spawn();
  const made = new Map<string, string>();
  let text = "";
  for await (const part of child.stdout.pipeThrough(new TextDecoderStream())) {
    text += part;
    // What is told after the signal was told before the end, too.
    if (text.split("\n").length > enough) kill(child);
  }
  await child.status;
  for (const line of text.split("\n").slice(0, -1)) {
    const [key = "", status, id = ""] = line.split(" ");
    assertEquals(status, "201", line);
    made.set(key, id);
  }
  return made;
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has been killed.
  }
}

const ROUNDS = 8;
