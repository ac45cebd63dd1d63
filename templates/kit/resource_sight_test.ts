import { assertEquals } from "@std/assert";
import type { EntityRequest, Grant } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { present } from "./present.ts";
import { ok } from "./problem.ts";
import { resourceGuard } from "./resource_guard.ts";
import { sightOf, unseenFilters } from "./resource_sight.ts";
import type { ResourceSpec, Sources } from "./resource_spec.ts";

const SEEN: Grant = { seen: { when: { state: ["open"] } } };
const guards = {
  course: { sight: (viewer?: { id: string }) => viewer ? undefined : SEEN },
};

/** Sources that note what they are asked with, and have one entity. */
function noting(items: readonly Entity[]) {
  const asked: EntityRequest[] = [];
  const sources: Sources = {
    course: (request) => {
      asked.push(request);
      return Promise.resolve(ok({ items, nextCursor: null }));
    },
  };
  return { asked, sources };
}

const COURSE = {
  id: "0199f3a0-0000-7000-8000-000000000000",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
} as Entity;

Deno.test("sightOf() finds nothing to look at where everybody sees everything", () => {
  assertEquals(sightOf({}, "course"), undefined);
  assertEquals(sightOf({ guards }, "constructor"), undefined);
  assertEquals(sightOf({ guards, viewer: { id: "u" } }, "course"), undefined);
  assertEquals(sightOf({ guards }, "course"), SEEN);
});

Deno.test("present() asks for others only as far as they are there for who asks", async () => {
  const { asked, sources } = noting([COURSE]);
  const host = { ...COURSE, courseId: COURSE.id } as Entity;
  const shows = {
    course: { kind: "one", field: "courseId", of: "course", shows: {} },
  } as const;
  await present(shows, [host], { sources, guards });
  assertEquals(asked.map(({ grant }) => grant), [SEEN]);
  await present(shows, [host], { sources, guards, viewer: { id: "u" } });
  assertEquals(asked.map(({ grant }) => grant), [SEEN, undefined]);
});

Deno.test("unseenFilters() finds nothing by what is not there, and looks once for each parameter", async () => {
  const of = {
    name: "course",
    label: "course",
    fields: { code: { kind: "string", column: "code", nullable: false } },
  } as unknown as ResourceSpec["entity"]; // all that is looked at
  const spec = {
    filters: { course: { kind: "related", field: "courseId", of, by: "code" } },
  } as unknown as ResourceSpec; // all that is looked at
  const nothing = [{ field: "id", anyOf: [] }];
  const none = noting([]);
  const one = noting([COURSE]);
  const params = new URLSearchParams({ course: "x" });
  const find = (sources: Sources) =>
    unseenFilters(spec, params, { sources, guards });
  assertEquals(await find(none.sources), ok(nothing));
  assertEquals(await find(one.sources), ok([]));
  assertEquals([none.asked.length, one.asked.length], [1, 1]);
  const many = new URLSearchParams(
    Array.from({ length: 40 }, (_, n) => ["course", `c${n}`]),
  );
  const sight = { ...one, guards };
  assertEquals(await unseenFilters(spec, many, sight), ok(nothing));
  assertEquals(one.asked.length, 1);
});

Deno.test("resourceGuard() lets who has no tenant see nothing of any", () => {
  const access = { tenant: "orgId", rules: { get: ["users"] } };
  const ask = () => Promise.reject(new Error("nobody is looked for"));
  const { sight } = resourceGuard(access, ask, { scheme: "Bearer" });
  const id = "00000000-0000-0000-0000-000000000000";
  assertEquals(sight(undefined), { within: { field: "orgId", id } });
  assertEquals(sight({ id: "u", tenant: "t" }), {
    within: { field: "orgId", id: "t" },
  });
});
