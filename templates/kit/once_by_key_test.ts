import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Page } from "./entity_request.ts";
import {
  memoryVouchers,
  postgresVouchers,
  sqliteVouchers,
  type Voucher,
  voucherDesk,
  type VoucherStore,
} from "./example_vouchers.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

type Open = () => VoucherStore | Promise<VoucherStore>;

for (
  const [engine, open] of [
    ["memory", memoryVouchers],
    ["SQLite", () => sqliteVouchers()],
  ] as const
) {
  for (const [title, check] of Object.entries(checks())) {
    Deno.test(`a key in ${engine} ${title}`, () => check(open));
  }
}

await testWithPostgres("a key in PostgreSQL", async (t, url) => {
  await using schema = await openTestSchema(url);
  const open = () => postgresVouchers(schema.url);
  for (const [title, check] of Object.entries(checks())) {
    await t.step(title, () => check(open));
  }
  await t.step("is one among all instances", async () => {
    await using first = await open();
    await using second = await postgresVouchers(schema.url, false);
    const desks = [voucherDesk(first), voucherDesk(second)];
    for (let round = 0; round < 20; round++) {
      const code = `shared ${round}`;
      const answers = await Promise.all(
        desks.map((desk) => post(desk, "/vouchers", `r${round}`, body(code))),
      );
      assertEquals(answers.map(({ status }) => status), [201, 201], code);
      assertEquals(answers[0]?.body, answers[1]?.body);
      assertEquals(answers.filter(isReplayed).length, 1);
      const path = `/vouchers/${answers[0]?.body.id}/use`;
      const used = await Promise.all(
        desks.map((desk) => post(desk, path, `u${round}`)),
      );
      assertEquals(used.map(({ status }) => status), [200, 200], code);
      assertEquals(used[0]?.body, used[1]?.body);
    }
  });
});

Deno.test("a key in a SQLite file outlives the process", async () => {
  const path = await Deno.makeTempFile();
  try {
    const first = sqliteVouchers(path);
    const made = await post(voucherDesk(first), "/vouchers", "k", body("one"));
    await first[Symbol.asyncDispose]();
    await using second = sqliteVouchers(path);
    const again = await post(
      voucherDesk(second),
      "/vouchers",
      "k",
      body("one"),
    );
    expectReplay(again, made);
  } finally {
    for (const end of ["", "-wal", "-shm"]) {
      await Deno.remove(path + end).catch(() => {});
    }
  }
});

function checks(): Record<string, (open: Open) => Promise<void>> {
  return {
    "is answered as before, and nothing is done again": replays,
    "is answered as before when what was made has gone": replaysWhatHasGone,
    "keeps the answer to what changed nothing": keepsWhatWasSo,
    "is refused for another request": refusesAnother,
    "is that of its sender": belongsToSender,
    "makes one of twenty at once": makesOne,
    "can be tried again after a failure": triesAgain,
    "can be tried again after a refusal": refusesAgain,
    "finds what was done although no answer came": findsWhatWasDone,
    "is forgotten after its time, a few at a time": forgets,
    "is read with care": readsKeys,
  };
}

async function replays(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const made = await post(desk, "/vouchers", "a", { ...body("one"), pin: "x" });
  assertEquals([made.status, made.headers.get("idempotency-replayed")], [
    201,
    null,
  ]);
  const turned = { pin: "x", code: "one", title: "Some title" };
  expectReplay(await post(desk, "/vouchers", "a", turned), made);
  assert(!Object.keys(made.body).includes("pin"), "the answer shows it");
  const path = `/vouchers/${made.body.id}/use`;
  const used = await post(desk, path, "b");
  assertEquals([used.status, used.body.status], [200, "used"]);
  expectReplay(await post(desk, path, "b"), used);
  await desk.delete(`/vouchers/${made.body.id}`);
  const restored = await post(desk, `/vouchers/${made.body.id}/restore`, "d");
  assertEquals([restored.status, restored.headers.get("etag")], [200, '"3"']);
  await desk.delete(`/vouchers/${made.body.id}`);
  const again = await post(desk, `/vouchers/${made.body.id}/restore`, "d");
  expectReplay(again, restored);
  assertEquals(await codes(desk), []);
}

async function replaysWhatHasGone(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const made = await post(desk, "/vouchers", "a", body("one"));
  const path = `/vouchers/${made.body.id}/use`;
  const used = await post(desk, path, "b");
  await desk.delete(`/vouchers/${made.body.id}`);
  expectReplay(await post(desk, "/vouchers", "a", body("one")), made);
  expectReplay(await post(desk, path, "b"), used);
  assertEquals(await codes(desk), []);
}

async function keepsWhatWasSo(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const made = await post(desk, "/vouchers", "a", {
    ...body("one"),
    status: "used",
  });
  const path = `/vouchers/${made.body.id}/close`;
  const closed = await post(desk, path, "b");
  assertEquals([closed.status, closed.headers.get("etag")], [200, '"1"']);
  await desk.delete(`/vouchers/${made.body.id}`);
  expectReplay(await post(desk, path, "b"), closed);
}

async function refusesAnother(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const made = await post(desk, "/vouchers", "a", body("one"));
  expectProblem(await post(desk, "/vouchers", "a", body("two")), 422);
  const path = `/vouchers/${made.body.id}/use`;
  expectProblem(await post(desk, path, "a"), 422);
  assertEquals(await codes(desk), ["one"]);
  const { body: found } = await desk.get<Voucher>(`/vouchers/${made.body.id}`);
  assertEquals(found.status, "open");
}

async function belongsToSender(open: Open): Promise<void> {
  await using store = await open();
  const sender = (request: Request) =>
    Promise.resolve(request.headers.get("from") ?? "");
  const desk = voucherDesk(store, { sender });
  const from = (who: string, code: string) =>
    post(desk, "/vouchers", "k", body(code), { from: who });
  const [one, two, three] = [
    await from("one", "1"),
    await from("two", "2"),
    await from("", "3"),
  ];
  assertEquals([one, two, three].map(({ status }) => status), [201, 201, 201]);
  expectReplay(await from("one", "1"), one);
  expectProblem(await from("two", "1"), 422);
  assertEquals(await codes(desk), ["1", "2", "3"]);
  const refused = voucherDesk(store, {
    sender: () => Promise.resolve(new Response(null, { status: 401 })),
  });
  const answer = await post(refused, "/vouchers", "n", body("4"));
  assertEquals(answer.status, 401);
  assertEquals(await codes(desk), ["1", "2", "3"]);
}

async function makesOne(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(desk, "/vouchers", "k", body("one"))),
  );
  const made = answers.filter(({ status }) => status === 201);
  const busy = answers.filter(({ status }) => status === 409);
  assertEquals([made.length, busy.length], [1, 19]);
  for (const answer of busy) {
    assertEquals(answer.headers.get("retry-after"), "1");
  }
  expectReplay(await post(desk, "/vouchers", "k", body("one")), made[0]!);
  assertEquals(await codes(desk), ["one"]);
}

async function triesAgain(open: Open): Promise<void> {
  await using store = await open();
  let fails = true;
  const desk = voucherDesk(store, {
    between: (execute) => (command) => {
      if (fails && command.kind === "insert") throw new Error("Cannot write");
      return execute(command);
    },
  });
  expectProblem(await post(desk, "/vouchers", "k", body("one")), 500);
  assertEquals(await codes(desk), []);
  fails = false;
  const made = await post(desk, "/vouchers", "k", body("one"));
  assertEquals([made.status, isReplayed(made)], [201, false]);
  assertEquals(await codes(desk), ["one"]);
}

async function refusesAgain(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const first = await post(desk, "/vouchers", "a", body("one"));
  expectProblem(await post(desk, "/vouchers", "k", body("one")), 409, "code");
  const wrong = { ...body("two"), title: "" };
  expectProblem(await post(desk, "/vouchers", "k", wrong), 422, "title");
  await desk.delete(`/vouchers/${first.body.id}`);
  const made = await post(desk, "/vouchers", "k", body("one"));
  assertEquals([made.status, isReplayed(made)], [201, false]);
}

async function findsWhatWasDone(open: Open): Promise<void> {
  await using store = await open();
  let isLost = true;
  const desk = voucherDesk(store, {
    between: (execute) => async (command) => {
      const result = await execute(command);
      if (isLost && command.kind === "insert") throw new Error("Lost");
      return result;
    },
  });
  expectProblem(await post(desk, "/vouchers", "k", body("one")), 500);
  isLost = false;
  const again = await post(desk, "/vouchers", "k", body("one"));
  assertEquals([again.status, isReplayed(again)], [201, true]);
  assertEquals(await codes(desk), ["one"]);
}

async function forgets(open: Open): Promise<void> {
  await using store = await open();
  let now = Date.now();
  const desk = voucherDesk(store, { clock: () => now });
  const first = await post(desk, "/vouchers", "0", body("0"));
  for (let n = 1; n < 25; n++) {
    await post(desk, "/vouchers", `${n}`, body(`${n}`));
  }
  now += 60_000 - 1;
  expectReplay(await post(desk, "/vouchers", "0", body("0")), first);
  now += 1;
  const anew = await post(desk, "/vouchers", "0", body("0 again"));
  assertEquals([anew.status, isReplayed(anew)], [201, false]);
  assertNotEquals(anew.body.id, first.body.id);
  if (!store.countReplies) return;
  assertEquals(await store.countReplies(), 6, "25 less 20 and one more");
  await post(desk, "/vouchers", "other", body("other"));
  assertEquals(await store.countReplies(), 2);
}

async function readsKeys(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  for (const key of ["", "two words", "x".repeat(256), "caf\u00e9", "a\tb"]) {
    expectProblem(await post(desk, "/vouchers", key, body("one")), 400);
  }
  const headers = new Headers([
    ["content-type", "application/json"],
    ["idempotency-key", "one"],
    ["idempotency-key", "two"],
  ]);
  const init = { method: "POST", headers, body: JSON.stringify(body("one")) };
  expectProblem(await desk.send("/vouchers", init), 400);
  assertEquals(await codes(desk), []);
  for (const key of ["x".repeat(255), `"',;%00%0d'); DROP TABLE vouchers;--`]) {
    const made = await post(
      desk,
      "/vouchers",
      key.replaceAll(" ", ""),
      body(key.slice(0, 30)),
    );
    assertEquals(made.status, 201, JSON.stringify(made.body));
  }
  const needing = voucherDesk(store, { required: true });
  expectProblem(await needing.post("/vouchers", body("three")), 400);
  assertEquals((await codes(desk)).length, 2);
}

function body(code: string): Record<string, unknown> {
  return { title: "Some title", code };
}

async function post(
  desk: ApiClient,
  path: string,
  key: string,
  sent?: unknown,
  more: Record<string, string> = {},
): Promise<ApiResponse<Voucher>> {
  return await desk.send<Voucher>(path, {
    method: "POST",
    headers: {
      "idempotency-key": key,
      ...(sent === undefined ? {} : { "content-type": "application/json" }),
      ...more,
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
}

function expectReplay(
  again: ApiResponse<unknown>,
  first: ApiResponse<unknown>,
): void {
  assertEquals(again.headers.get("idempotency-replayed"), "true");
  const { status, body } = again;
  assertEquals({ status, body }, { status: first.status, body: first.body });
  assertEquals(headersOf(again), headersOf(first));
  assertEquals(Object.keys(Object(body)), Object.keys(Object(first.body)));
}

function headersOf({ headers }: ApiResponse<unknown>): [string, string][] {
  return [...headers].filter(([name]) => name !== "idempotency-replayed");
}

function isReplayed({ headers }: ApiResponse<unknown>): boolean {
  return headers.has("idempotency-replayed");
}

async function codes(desk: ApiClient): Promise<string[]> {
  const { body } = await desk.get<Page<Voucher>>("/vouchers");
  return body.items.map(({ code }) => code);
}
