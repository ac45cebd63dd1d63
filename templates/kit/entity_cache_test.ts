import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { type CacheSize, EntityCache } from "./entity_cache.ts";
import { AUTHOR_SPEC } from "./example_blog.ts";
import type { Entity } from "./entity_spec.ts";
import { sampleEntity } from "./sample_entity.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

const SIZE: CacheSize = { entries: 3, seconds: 10 };
const NO_COUNTS = { hits: 0, misses: 0, evictions: 0, invalidations: 0 };

function entityResult(n: number): StoreResult<Entity> {
  const entity = sampleEntity<Entity>(AUTHOR_SPEC, n);
  return { kind: "entity", entity: { ...entity, id: `id-${n}` }, version: n };
}

function get(n: number): StoreCommand<Entity> {
  return { kind: "get", id: `id-${n}` };
}

const LIST: StoreCommand<Entity> = {
  kind: "list",
  query: { limit: 2, sort: [], filters: [] },
};

function pageResult(...ns: number[]): StoreResult<Entity> {
  const items = ns.map((n) => sampleEntity<Entity>(AUTHOR_SPEC, n));
  return { kind: "page", page: { items, nextCursor: null } };
}

/** A read whose answer the test gives when it wants. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<
    StoreResult<Entity>
  >();
  const calls = { count: 0 };
  const load = () => {
    calls.count++;
    return promise;
  };
  return { load, calls, answer: resolve, fail: reject };
}

const never = () => {
  throw new Error("found a read of the store");
};

Deno.test("EntityCache answers a second read from memory", () => {
  const cache = new EntityCache(SIZE, () => 0);
  const result = entityResult(1);
  assertStrictEquals(cache.read(get(1), () => result), result);
  assertStrictEquals(cache.read(get(1), never), result);
  assertEquals(cache.counts, { ...NO_COUNTS, hits: 1, misses: 1 });
});

Deno.test("EntityCache forgets what is too old, counted from when its reading began", async () => {
  let now = 0;
  const cache = new EntityCache(SIZE, () => now);
  const slow = held();
  const first = cache.read(get(1), slow.load);
  now = 9_999;
  slow.answer(entityResult(1));
  await first;
  cache.read(get(1), never);
  now = 10_000;
  const fresh = entityResult(1);
  assertStrictEquals(cache.read(get(1), () => fresh), fresh);
});

Deno.test("EntityCache lets what was not read for longest go first", () => {
  const cache = new EntityCache(SIZE, () => 0);
  for (const n of [1, 2, 3]) cache.read(get(n), () => entityResult(n));
  cache.read(get(1), never);
  cache.read(get(4), () => entityResult(4));
  cache.read(get(1), never);
  cache.read(get(3), never);
  cache.read(get(2), () => entityResult(2));
  assertEquals(cache.counts.evictions, 2);
});

Deno.test("EntityCache counts a page as the entities on it, and keeps none that has no room", () => {
  const cache = new EntityCache(SIZE, () => 0);
  cache.read(get(1), () => entityResult(1));
  cache.read(LIST, () => pageResult(1, 2));
  cache.read(get(1), never);
  cache.read(get(2), () => entityResult(2));
  assertEquals(cache.counts.evictions, 1);
  cache.read(get(1), never);
  const four = pageResult(1, 2, 3, 4);
  cache.read(LIST, () => four);
  assertStrictEquals(cache.read(LIST, () => four), four);
  assertEquals(cache.counts.misses, 5);
});

Deno.test("EntityCache keeps nothing that is missing", () => {
  const cache = new EntityCache(SIZE, () => 0);
  assertEquals(cache.read(get(1), () => ({ kind: "missing" })), {
    kind: "missing",
  });
  cache.read(get(1), () => entityResult(1));
  cache.read(LIST, () => pageResult());
  cache.read(LIST, () => pageResult(1));
  assertEquals(cache.counts, { ...NO_COUNTS, misses: 4 });
});

Deno.test("EntityCache reads the store once for twenty who ask at the same time", async () => {
  const cache = new EntityCache(SIZE, () => 0);
  const slow = held();
  const all = Array.from({ length: 20 }, () => cache.read(get(1), slow.load));
  const result = entityResult(1);
  slow.answer(result);
  assertEquals(await Promise.all(all), all.map(() => result));
  assertEquals(slow.calls.count, 1);
  assertEquals(cache.counts, { ...NO_COUNTS, hits: 19, misses: 1 });
});

Deno.test("EntityCache keeps no failure", async () => {
  const cache = new EntityCache(SIZE, () => 0);
  const slow = held();
  const both = [cache.read(get(1), slow.load), cache.read(get(1), slow.load)];
  slow.fail(new Error("lost"));
  for (const one of both) {
    await assertRejects(async () => await one, Error, "lost");
  }
  cache.read(get(1), () => entityResult(1));
  cache.read(get(1), never);
});

for (
  const [what, command, result] of [
    ["an entity", get(1), entityResult(1)],
    ["a page", LIST, pageResult(1)],
  ] as const
) {
  for (const scope of [["id-1"], "all"] as const) {
    const whom = scope === "all" ? "anything" : "an entity";
    Deno.test(`EntityCache forgets ${what} before a write of ${whom} is over`, () => {
      const cache = new EntityCache(SIZE, () => 0);
      cache.read(command, () => result);
      const end = cache.beginWrite(scope);
      assertEquals(cache.counts.invalidations, 1);
      end();
      const after = structuredClone(result);
      assertStrictEquals(cache.read(command, () => after), after);
    });

    Deno.test(`EntityCache does not keep ${what} whose read began before a write of ${whom}`, async () => {
      for (const answersFirst of [true, false]) {
        const cache = new EntityCache(SIZE, () => 0);
        const slow = held();
        const old = cache.read(command, slow.load);
        const end = cache.beginWrite(scope);
        if (answersFirst) slow.answer(result);
        if (answersFirst) await old;
        end();
        const after = structuredClone(result);
        assertStrictEquals(cache.read(command, () => after), after);
        slow.answer(result);
        await old;
        assertStrictEquals(cache.read(command, never), after);
      }
    });

    Deno.test(`EntityCache neither keeps nor knows ${what} during a write of ${whom}`, async () => {
      const cache = new EntityCache(SIZE, () => 0);
      cache.read(command, () => result);
      const end = cache.beginWrite(scope);
      const other = cache.beginWrite(scope);
      const slow = held();
      const during = cache.read(command, slow.load);
      const again = structuredClone(result);
      assertStrictEquals(cache.read(command, () => again), again);
      end();
      assertStrictEquals(cache.read(command, () => again), again);
      other();
      const after = structuredClone(result);
      assertStrictEquals(cache.read(command, () => after), after);
      slow.answer(result);
      await during;
      assertStrictEquals(cache.read(command, never), after);
    });
  }
}

Deno.test("EntityCache keeps an entity while another is written", () => {
  const cache = new EntityCache(SIZE, () => 0);
  cache.read(get(1), () => entityResult(1));
  const end = cache.beginWrite(["id-2"]);
  cache.read(get(1), never);
  cache.read(get(3), () => entityResult(3));
  cache.read(get(3), never);
  end();
});

Deno.test("EntityCache does not keep a page that follows from other tables", () => {
  const cache = new EntityCache(SIZE, () => 0);
  const name = { name: "id", spec: AUTHOR_SPEC.fields["email"]! };
  const within = { table: "others", select: name, where: name, value: "x" };
  const command: StoreCommand<Entity> = {
    kind: "list",
    query: {
      limit: 1,
      sort: [],
      filters: [{
        field: "id",
        eitherOf: [[{ field: "id", within }]],
      }],
    },
  };
  cache.read(command, () => pageResult(1));
  const after = pageResult(2);
  assertStrictEquals(cache.read(command, () => after), after);
  assertEquals(cache.counts, NO_COUNTS);
});

/** Every order in which readers begin and end around writers, by chance but always the same. */
Deno.test("EntityCache never answers what was so before a write that is over, in 500 schedules", async () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = randomOf(seed);
    const cache = new EntityCache({ entries: 2, seconds: 1e6 }, () => 0);
    // What is stored, and what the last write that is over has stored at least.
    const stored = { value: 0, acknowledged: 0 };
    const steps: (() => void)[] = [];
    const reads: Promise<void>[] = [];
    for (let step = 0; step < 40; step++) {
      const pick = random(3);
      if (pick === 0 && steps.length > 0) {
        steps.splice(random(steps.length), 1)[0]!();
      } else if (pick === 1) {
        const command = random(2) ? get(1) : LIST;
        const least = stored.acknowledged;
        const answer = cache.read(command, () => {
          const { promise, resolve } = Promise.withResolvers<
            StoreResult<Entity>
          >();
          // It sees the row now or when it is answered.
          const seen = random(2) ? stored.value : undefined;
          steps.push(() => resolve(resultWith(command, seen ?? stored.value)));
          return promise;
        });
        reads.push((async () => {
          const value = valueIn(await answer);
          if (value < least) {
            throw new Error(`seed ${seed}: found ${value}, wanted ${least}`);
          }
        })());
      } else {
        const end = cache.beginWrite(random(2) ? ["id-1"] : "all");
        steps.push(() => {
          const value = ++stored.value;
          steps.push(() => {
            end();
            stored.acknowledged = Math.max(stored.acknowledged, value);
          });
        });
      }
      for (let i = 0; i < 4; i++) await Promise.resolve();
    }
    while (steps.length > 0) steps.splice(random(steps.length), 1)[0]!();
    await Promise.all(reads);
  }
});

function resultWith(
  command: StoreCommand<Entity>,
  value: number,
): StoreResult<Entity> {
  const entity = sampleEntity<Entity>(AUTHOR_SPEC, 1, { value });
  return command.kind === "get"
    ? { kind: "entity", entity, version: 1 }
    : { kind: "page", page: { items: [entity], nextCursor: null } };
}

function valueIn(result: StoreResult<Entity>): number {
  const entity = result.kind === "page" ? result.page.items[0] : undefined;
  const found = result.kind === "entity" ? result.entity : entity;
  return Number((found as unknown as Record<string, unknown>)["value"]);
}

/** Numbers below a limit that look like chance (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
