import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
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
import { type ApiClient, expectProblem } from "./testing.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

type Open = () => VoucherStore | Promise<VoucherStore>;

for (
  const [engine, open] of [
    ["memory", memoryVouchers],
    ["SQLite", () => sqliteVouchers()],
  ] as const
) {
  for (const [title, check] of Object.entries(checks(200))) {
    Deno.test(`several at once in ${engine} ${title}`, () => check(open));
  }
}

await testWithPostgres("several at once in PostgreSQL", async (t, url) => {
  await using schema = await openTestSchema(url);
  const open = () => postgresVouchers(schema.url);
  for (const [title, check] of Object.entries(checks(10))) {
    await t.step(title, () => check(open));
  }
  await t.step("are all or none also beside other instances", async () => {
    await using first = await open();
    await using second = await postgresVouchers(schema.url, false);
    const desks = [voucherDesk(first), voucherDesk(second)];
    for (let round = 0; round < 10; round++) {
      const items = Array.from({ length: 5 }, (_, n) => item(`${round} ${n}`));
      const answers = await Promise.all(
        desks.map((desk, n) =>
          desk.post("/vouchers/bulk/create", {
            items: n === 0 ? items : items.toReversed(),
          })
        ),
      );
      assertEquals(answers.map(({ status }) => status).sort(), [201, 409]);
    }
    assertEquals((await all(desks[0]!)).length, 50);
  });
});

function checks(runs: number): Record<string, (open: Open) => Promise<void>> {
  return {
    "are created in order": creates,
    "are changed, each if it is as it was": patches,
    "are deleted": deletes,
    "are none when one is refused": refuses,
    "are told what is wrong with each": tells,
    "are carried out once for each key": repeats,
    "are as the same one by one": (open) => equalSingles(open, runs),
  };
}

async function creates(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const items = ["b", "a", "c"].map((code) => ({ ...item(code), pin: "x" }));
  const made = await desk.post<Items>("/vouchers/bulk/create", { items });
  assertEquals(made.status, 201, JSON.stringify(made.body));
  assertEquals(made.body.items.map(({ code }) => code), ["b", "a", "c"]);
  assertEquals(await all(desk), made.body.items);
  for (const one of made.body.items) assert(!Object.keys(one).includes("pin"));
}

async function patches(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const [one, two] = await make(desk, "one", "two");
  const items = [
    { id: one!.id, changes: { title: "First" } },
    { id: two!.id, ifMatch: '"1"', changes: { code: "three" } },
  ];
  const path = "/vouchers/bulk/patch";
  const changed = await desk.post<Items>(path, { items });
  assertEquals(changed.status, 200, JSON.stringify(changed.body));
  assertEquals(changed.body.items.map(({ title }) => title), [
    "First",
    "Some title",
  ]);
  assertEquals(await all(desk), changed.body.items);
  const late = expectProblem(
    await desk.post(path, {
      items: [{ id: one!.id, changes: { title: "Second" } }, items[1]],
    }),
    412,
  );
  assertEquals(late.item, 1);
  assertEquals(await all(desk), changed.body.items);
  const nothing = [{ id: one!.id, changes: {} }];
  const same = await desk.post<Items>(path, { items: nothing });
  assertEquals(same.body.items, [changed.body.items[0]!]);
}

async function deletes(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const [one, two, three] = await make(desk, "one", "two", "three");
  const path = "/vouchers/bulk/delete";
  const gone = crypto.randomUUID();
  const missing = { items: [{ id: one!.id }, { id: gone }] };
  assertEquals(expectProblem(await desk.post(path, missing), 404).item, 1);
  const late = { items: [{ id: one!.id }, { id: two!.id, ifMatch: '"7"' }] };
  assertEquals(expectProblem(await desk.post(path, late), 412).item, 1);
  assertEquals((await all(desk)).length, 3);
  const both = { items: [{ id: three!.id, ifMatch: '"1"' }, { id: one!.id }] };
  const deleted = await desk.post(path, both);
  assertEquals([deleted.status, deleted.body], [204, null]);
  assertEquals(await all(desk), [two!]);
}

async function refuses(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const before = await make(desk, "one", "two");
  const taken = { items: [item("three"), item("two"), item("four")] };
  const refused = await desk.post("/vouchers/bulk/create", taken);
  const problem = expectProblem(refused, 409, "items/1/code");
  assertEquals(problem.item, 1);
  assertEquals(await all(desk), before);
  const twice = { items: [item("three"), item("four"), item("three")] };
  const again = await desk.post("/vouchers/bulk/create", twice);
  assertEquals(expectProblem(again, 409, "items/2/code").item, 2);
  const [one, two] = before;
  const swapped = {
    items: [
      { id: one!.id, changes: { title: "Changed" } },
      { id: two!.id, changes: { code: "one" } },
    ],
  };
  const swap = await desk.post("/vouchers/bulk/patch", swapped);
  assertEquals(expectProblem(swap, 409, "items/1/code").item, 1);
  assertEquals(await all(desk), before);
}

async function tells(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const [one] = await make(desk, "one");
  const { id } = one!;
  const changes = {};
  const refused: [string, unknown, string][] = [
    ["create", {}, "items"],
    ["create", { items: {} }, "items"],
    ["create", { items: [] }, "items"],
    ["create", { items: [], more: 1 }, "more"],
    ["create", { items: Array.from({ length: 11 }, () => ({})) }, "items"],
    ["create", { items: [item("two"), 7] }, "items/1"],
    ["create", { items: [{ ...item("two"), title: "" }] }, "items/0/title"],
    ["create", { items: [item("two"), { title: "x" }] }, "items/1/code"],
    ["patch", { items: [{ id, changes: { title: 1 } }] }, "items/0/title"],
    ["patch", { items: [{ id, changes, more: 1 }] }, "items/0/more"],
    ["patch", { items: [{ id }] }, "items/0/changes"],
    ["patch", { items: [{ changes }] }, "items/0/id"],
    ["patch", { items: [{ id, changes, ifMatch: 3 }] }, "items/0/ifMatch"],
    ["patch", { items: [{ id, changes, ifMatch: "3" }] }, "items/0/ifMatch"],
    ["patch", { items: [{ id, changes, ifMatch: "\n" }] }, "items/0/ifMatch"],
    ["patch", { items: [{ id, changes }, { id, changes }] }, "items/1/id"],
    ["delete", { items: [{ id }, { id: id.toUpperCase() }] }, "items/1/id"],
    ["delete", { items: [{ id, changes }] }, "items/0/changes"],
  ];
  for (const [operation, body, path] of refused) {
    const answer = await desk.post(`/vouchers/bulk/${operation}`, body);
    expectProblem(answer, 422, path);
  }
  const both = { items: [{ code: "" }, item("two"), { title: "" }] };
  const { errors, item: first } = expectProblem(
    await desk.post("/vouchers/bulk/create", both),
    422,
  );
  assertEquals(errors?.map(({ path }) => path).sort(), [
    "items/0/code",
    "items/0/title",
    "items/2/code",
    "items/2/title",
  ]);
  assertEquals(first, 0);
  const none = { items: [{ id: "no id", changes }] };
  expectProblem(await desk.post("/vouchers/bulk/patch", none), 404);
  assertEquals(await all(desk), [one!]);
}

async function repeats(open: Open): Promise<void> {
  await using store = await open();
  const desk = voucherDesk(store);
  const items = [{ ...item("one"), pin: "x" }, item("two")];
  const post = (path: string, sent: unknown, key: string) =>
    desk.send<Items>(path, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ items: sent }),
    });
  const made = await post("/vouchers/bulk/create", items, "k");
  const again = await post("/vouchers/bulk/create", items, "k");
  assertEquals([again.status, again.body], [201, made.body]);
  assertEquals(again.headers.get("idempotency-replayed"), "true");
  const others = await post("/vouchers/bulk/create", [item("three")], "k");
  expectProblem(others, 422);
  const ids = made.body.items.map(({ id }) => ({ id }));
  const deleted = await post("/vouchers/bulk/delete", ids, "d");
  const once = await post("/vouchers/bulk/delete", ids, "d");
  assertEquals([deleted.status, once.status], [204, 204]);
  assertEquals(await all(desk), []);
}

/** Either all are carried out, with what one by one leads to; or none, and one by one some would be refused as well. */
async function equalSingles(open: Open, runs: number): Promise<void> {
  const code = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const fields = fc.record({
    title: fc.constantFrom("x", "y", ""),
    code,
    status: fc.constantFrom("open", "used"),
  }, { requiredKeys: ["code"] });
  const wish = fc.record({ place: fc.nat(3), fields });
  const property = fc.asyncProperty(
    fc.constantFrom("create", "patch", "delete"),
    fc.array(wish, { minLength: 1, maxLength: 4 }),
    async (operation, wishes) => {
      const whole = await outcomeOf(open, async (desk, present) => {
        const items = wishes.map(({ place, fields }) => {
          const { id } = present[place % present.length]!;
          if (operation === "create") return fields;
          return operation === "patch" ? { id, changes: fields } : { id };
        });
        const answer = await desk.post(`/vouchers/bulk/${operation}`, {
          items,
        });
        return [answer.status];
      });
      const parts = await outcomeOf(open, async (desk, present) => {
        const statuses: number[] = [];
        for (const { place, fields } of wishes) {
          const path = `/vouchers/${present[place % present.length]!.id}`;
          const answer = operation === "create"
            ? await desk.post("/vouchers", fields)
            : operation === "patch"
            ? await desk.patch(path, fields)
            : await desk.delete(path);
          statuses.push(answer.status);
        }
        return statuses;
      });
      const [status = 0] = whole.statuses;
      const places = wishes.map(({ place }) => place % 3);
      const isTwice = operation !== "create" &&
        new Set(places).size < places.length;
      if (status < 300) {
        assertEquals(whole.after, parts.after);
        assert(parts.statuses.every((one) => one < 300));
      } else {
        assertEquals(whole.after, whole.before);
        assert(isTwice || parts.statuses.includes(status), `${status}`);
      }
    },
  );
  await fc.assert(property, { numRuns: runs });
}

async function outcomeOf(
  open: Open,
  run: (desk: ApiClient, present: readonly Voucher[]) => Promise<number[]>,
): Promise<{ statuses: number[]; before: unknown; after: unknown }> {
  await using store = await open();
  const desk = voucherDesk(store);
  await make(desk, "a", "b", "c");
  const present = await all(desk);
  const statuses = await run(desk, present);
  const plain = (vouchers: readonly Voucher[]) =>
    vouchers.map(({ title, code, status }) => ({ title, code, status }));
  return { statuses, before: plain(present), after: plain(await all(desk)) };
}

interface Items {
  readonly items: readonly Voucher[];
}

function item(code: string): Record<string, unknown> {
  return { title: "Some title", code };
}

async function make(
  desk: ApiClient,
  ...codes: readonly string[]
): Promise<readonly Voucher[]> {
  const items = codes.map(item);
  const made = await desk.post<Items>("/vouchers/bulk/create", { items });
  assertEquals(made.status, 201, JSON.stringify(made.body));
  return made.body.items;
}

async function all(desk: ApiClient): Promise<readonly Voucher[]> {
  const path = "/vouchers?limit=200&sort=id";
  const { body } = await desk.get<Page<Voucher>>(path);
  return body.items;
}
