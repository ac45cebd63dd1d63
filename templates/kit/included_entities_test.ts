import { assertEquals } from "@std/assert";
import type { EntityRequest, Grant } from "./entity_request.ts";
import type { EntityGuard } from "./entity_routes.ts";
import { EntityService } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { type Include, includesOf } from "./included_entities.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import { badRequest, failed, forbidden, ok } from "./problem.ts";
import { uuid7 } from "./uuid7.ts";

interface Comment extends Entity {
  readonly postId: string | null;
  readonly writerId: string;
}

const REQUEST = new Request("http://test.invalid/posts");
const ID = { kind: "uuid", nullable: true } as const;
const SPEC: EntitySpec = {
  name: "comment",
  label: "comment",
  path: "/comments",
  table: "comments",
  fields: {
    postId: { ...ID, column: "post_id" },
    writerId: { ...ID, column: "writer_id" },
  },
  order: [{ field: "id", descending: true }],
  search: [],
};

Deno.test("many are included in their order, so many for each, by one request", async () => {
  const { of, asked, add } = comments();
  const [first, second, third] = [entity(), entity(), entity()];
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push((await add(first.id)).id);
  const other = await add(second.id);
  const include: Include = { kind: "many", field: "postId", of };
  const opened = await includesOf({ comments: include })
    .open(REQUEST, ["comments"]);
  const before = asked.length;
  const read = opened.ok && await opened.value([first, second, third], 3);
  const found = read && read.ok
    ? read.value.map(({ comments }) => (comments as Comment[]).map(idOf))
    : [];
  assertEquals(found, [ids.toReversed().slice(0, 3), [other.id], []]);
  assertEquals(asked.length, before + 1);
});

Deno.test("one is included by the field that refers to it, and null where it refers to none or may not be read", async () => {
  const mine = uuid7();
  const own = { field: "writerId", id: mine, readable: false };
  const { of, asked, add } = comments({ own });
  const [seen, unseen] = [await add(null, mine), await add(null)];
  const include: Include = { kind: "one", field: "commentId", of };
  const opened = await includesOf({ comment: include })
    .open(REQUEST, ["comment"]);
  const referring = [seen.id, unseen.id, null, seen.id]
    .map((commentId) => ({ ...entity(), commentId }));
  const before = asked.length;
  const read = opened.ok && await opened.value(referring, 20);
  assertEquals(
    read && read.ok && read.value,
    [{ comment: seen }, { comment: null }, { comment: null }, {
      comment: seen,
    }],
  );
  assertEquals(asked.length, before + 1);
});

Deno.test("the only one is included by its own field", async () => {
  const { of, add } = comments();
  const [first, second] = [entity(), entity()];
  const comment = await add(first.id);
  const include: Include = { kind: "only", field: "postId", of };
  const opened = await includesOf({ comment: include })
    .open(REQUEST, ["comment"]);
  const read = opened.ok && await opened.value([first, second], 20);
  const wanted = [{ comment }, { comment: null }];
  assertEquals(read && read.ok && read.value, wanted);
});

Deno.test("a refusal, or a failure to read, is the whole answer", async () => {
  const { of } = comments();
  const refused = failed(forbidden());
  const guard: EntityGuard = {
    decide: () => Promise.resolve(refused),
    refuse: () => new Response(),
    restrict: (_grant, query) => query,
  };
  const include: Include = { kind: "many", field: "postId", of };
  const closed = includesOf({
    comments: { ...include, of: { ...of, guard } },
  });
  assertEquals(await closed.open(REQUEST, ["comments"]), refused);
  const busy = failed(badRequest("busy"));
  const send = () => Promise.resolve(busy);
  const opened = await includesOf({
    comments: { ...include, of: { ...of, send } },
  }).open(REQUEST, ["comments"]);
  assertEquals(opened.ok && await opened.value([entity()], 20), busy);
});

/** Comments in memory, what their controller is asked, and a guard that gives everybody this grant. */
function comments(grant: Grant = {}) {
  const table = new MemoryTable<Comment>(SPEC, new MemoryDatabase());
  const service = new EntityService<Comment>({
    spec: SPEC,
    store: (command) => Promise.resolve(table.execute(command)),
    grants: OWNERSHIP,
  });
  const asked: EntityRequest[] = [];
  const guard: EntityGuard = {
    decide: () => Promise.resolve(ok(grant)),
    refuse: () => new Response(),
    restrict: (_grant, query) => query,
  };
  return {
    asked,
    of: {
      spec: SPEC,
      guard,
      send: (request: EntityRequest) => {
        asked.push(request);
        return service.handle(request);
      },
    },
    async add(postId: string | null, writerId = uuid7()): Promise<Comment> {
      const body = { postId, writerId };
      const reply = await service.handle({ operation: "create", body });
      return (reply.ok ? reply.value : undefined) as Comment; // a creation is answered with the entity
    },
  };
}

function entity(): Entity {
  const now = "2026-01-31T09:30:00.000Z";
  return { id: uuid7(), createdAt: now, updatedAt: now };
}

function idOf({ id }: Entity): string {
  return id;
}
