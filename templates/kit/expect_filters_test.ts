import assert from "node:assert/strict";
import type { Entity } from "./entity_spec.ts";
import { expectFilters } from "./expect_filters.ts";
import { apiClient } from "./testing.ts";

const ENTITY: Entity & Record<string, unknown> = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "One",
  tags: ["a", "b"],
  dueOn: null,
  status: "open",
};

Deno.test("expectFilters() asks for each value that there is, and for each choice", async () => {
  const asked = await tried([ENTITY]);
  assert.deepEqual(asked, [
    "title=One&limit=200",
    "tags=a&limit=200",
    "status=open&limit=200",
    "status=done&limit=200",
  ]);
});

Deno.test("expectFilters() refuses lists without the entity, and filters that are refused", async () => {
  await assert.rejects(tried([]), /not found by title=One/);
  await assert.rejects(tried([ENTITY], "tags=a"), /tags=a/);
  await assert.rejects(tried([ENTITY], "status=done"), /status=done/);
});

async function tried(
  items: readonly Entity[],
  refused?: string,
): Promise<string[]> {
  const asked: string[] = [];
  const client = apiClient((request) => {
    const query = new URL(request.url).search.slice(1);
    asked.push(query);
    const status = refused && query.startsWith(refused) ? 422 : 200;
    return Response.json({ items, nextCursor: null }, { status });
  });
  await expectFilters({
    client,
    path: "/things",
    entity: ENTITY,
    fields: ["title", "tags", "dueOn"],
    choices: { status: ["open", "done"] },
  });
  return asked;
}
