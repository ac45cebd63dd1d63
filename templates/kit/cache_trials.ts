/**
 * Trials of an entity that is kept in memory after it was read: answered from there, and never what was so before a write.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityCaches } from "./entity_caches.ts";
import type { CacheCounts } from "./entity_cache.ts";
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { expectValue } from "./expect_outcome.ts";

/** A system that runs. */
export interface CacheStage extends AsyncDisposable {
  /** The system. */
  readonly system: { readonly caches: EntityCaches };
  /** Answers a request over HTTP. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** An entity that is kept in memory. */
export interface CacheSubject<S extends CacheStage, T extends Entity> {
  /** What it is. */
  readonly spec: EntitySpec;
  /** Starts a system. */
  readonly start: () => Promise<S>;
  /** Makes one. */
  readonly make: (stage: S) => Promise<T>;
  /** Asks its controller, past all rules. */
  readonly ask: (stage: S, request: EntityRequest) => Promise<EntityReply<T>>;
  /** What changes one. */
  readonly writes: readonly CacheWrite<S, T>[];
}

/** Something that changes an entity. */
export interface CacheWrite<S extends CacheStage, T extends Entity> {
  /** What it is. */
  readonly title: string;
  /** Makes the entity that it changes. @default as all others are made */
  readonly make?: (stage: S) => Promise<T>;
  /** Does it. */
  readonly run: (stage: S, entity: T) => Promise<EntityReply<unknown>>;
}

/** What must hold of an entity that is kept in memory. */
export function cacheTrials<S extends CacheStage, T extends Entity>(
  subject: CacheSubject<S, T>,
): readonly { readonly title: string; readonly run: () => Promise<void> }[] {
  const { spec: { label }, writes } = subject;
  const trial = (
    title: string,
    attempt: (stage: S) => Promise<void>,
  ) => ({
    title,
    run: async () => {
      await using stage = await subject.start();
      await attempt(stage);
    },
  });
  return [
    trial(
      `the second read of a ${label} is answered from memory, as /metrics says`,
      (stage) => secondRead(subject, stage),
    ),
    trial(
      `the store reads a ${label} once for twenty who ask at the same time`,
      (stage) => readOnce(subject, stage),
    ),
    ...writes.map((write) =>
      trial(
        `nobody reads a ${label} as it was before ${write.title}`,
        (stage) => readAfter(subject, write, stage),
      )
    ),
  ];
}

async function secondRead<S extends CacheStage, T extends Entity>(
  subject: CacheSubject<S, T>,
  stage: S,
): Promise<void> {
  const { id } = await subject.make(stage);
  for (const request of readsOf(id, id)) {
    const before = countsOf(subject, stage);
    const first = await subject.ask(stage, request);
    const between = countsOf(subject, stage);
    assert.equal(between.misses, before.misses + 1);
    const second = await subject.ask(stage, request);
    assert.deepEqual(second, first);
    const after = countsOf(subject, stage);
    assert.equal(after.misses, between.misses);
    assert.ok(after.hits > between.hits, "nothing was answered from memory");
    const metrics = await stage.fetch(
      new Request("http://test.invalid/metrics"),
    );
    const line =
      `cache_hits_total{entity="${subject.spec.name}"} ${after.hits}\n`;
    const text = await metrics.text();
    assert.ok(text.includes(line), `found no ${line}`);
  }
}

async function readOnce<S extends CacheStage, T extends Entity>(
  subject: CacheSubject<S, T>,
  stage: S,
): Promise<void> {
  const { id } = await subject.make(stage);
  const { misses } = countsOf(subject, stage);
  const all = await Promise.all(
    Array.from(
      { length: 20 },
      () => subject.ask(stage, { operation: "get", id }),
    ),
  );
  for (const one of all) assert.deepEqual(one, all[0]);
  assert.equal(countsOf(subject, stage).misses, misses + 1);
}

async function readAfter<S extends CacheStage, T extends Entity>(
  subject: CacheSubject<S, T>,
  write: CacheWrite<S, T>,
  stage: S,
): Promise<void> {
  const other = await subject.make(stage);
  const entity = await (write.make ?? subject.make)(stage);
  const { key } = subject.spec;
  const name = key === undefined ? undefined : valueOf(entity, key);
  const requests = [
    ...readsOf(entity.id, other.id),
    ...(typeof name === "string" || typeof name === "number"
      ? [{ operation: "get", id: String(name) } as const]
      : []),
  ];
  const before = [];
  for (const request of requests) {
    before.push(await subject.ask(stage, request));
  }
  expectValue(await write.run(stage, entity));
  for (const [index, request] of requests.entries()) {
    const reply = await subject.ask(stage, request);
    const stored = await subject.ask(stage, { ...request, fresh: true });
    assert.deepEqual(reply, stored, "found what was so before");
    assert.notDeepEqual(reply, before[index], "nothing was written");
  }
}

type Read = EntityRequest & { readonly operation: "get" | "list" };

/** One entity, and a page with it and another. */
function readsOf(id: string, other: string): Read[] {
  const filters = [{ field: "id", anyOf: [id, other] }];
  const query = { limit: 2, sort: [], filters };
  return [{ operation: "get", id }, { operation: "list", query }];
}

function countsOf<S extends CacheStage, T extends Entity>(
  { spec }: CacheSubject<S, T>,
  { system }: S,
): CacheCounts {
  const counts = system.caches.countsOf(spec.table);
  if (counts === undefined) {
    assert.fail(`found no cache of "${spec.table}"`);
  }
  return counts;
}
