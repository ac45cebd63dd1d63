/**
 * What clients must see of an entity, worked out one entity and one part at a time.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { FieldFilter } from "./list_query.ts";
import { isThere, type Seeing, thereOf } from "./expect_sight.ts";
import { pathIn, read, readAll, shownIn } from "./resource_stage.ts";
import type { Shown, Shows } from "./resource_spec.ts";
import type { Stage } from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** Asserts that an answer shows an entity to somebody: every part, as it is, and nothing else. */
export async function expectShown(
  { subject, system }: Stage,
  answer: ApiResponse<unknown>,
  { entity, viewerId }: { readonly entity: Entity; readonly viewerId?: string },
): Promise<JsonObject> {
  const shown = shownIn(subject, answer);
  const { shows } = subject.resource;
  const seeing = { ...system, viewerId };
  assert.deepEqual(shown, await viewOf(shows, entity, seeing));
  return shown;
}

/** What somebody must see of an entity, as it travels. */
export async function viewOf(
  shows: Shows,
  entity: Entity,
  seen: Seeing,
): Promise<JsonObject> {
  const view: Record<string, unknown> = {};
  for (const [name, shown] of Object.entries(shows)) {
    view[name] = await partOf(shown, entity, seen);
  }
  return JSON.parse(JSON.stringify(view));
}

async function partOf(
  shown: Shown,
  entity: Entity,
  seen: Seeing,
): Promise<unknown> {
  if (typeof shown === "string") return valueOf(entity, shown);
  if (shown.kind === "link") {
    const key = String(valueOf(entity, shown.by));
    return `${shown.to}/${encodeURIComponent(key)}`;
  }
  const { sources, viewerId } = seen;
  if (shown.kind === "file") {
    const file = valueOf(entity, shown.field);
    if (file === null || typeof file !== "object") return null;
    const at = await pathIn({ resource: shown.resource, sources }, entity);
    return { ...file, url: `${shown.origin ?? ""}${at}/${shown.path}` };
  }
  const here: FieldFilter = {
    field: shown.kind === "one" ? "id" : shown.by,
    value: entity.id,
  };
  switch (shown.kind) {
    case "one": {
      const id = valueOf(entity, shown.field);
      if (typeof id !== "string") return null;
      const found = await read(sources, shown.of, id);
      const isSeen = found && await isThere(seen, shown.of, found);
      return isSeen ? await viewOf(shown.shows, found, seen) : null;
    }
    case "many": {
      const views: JsonObject[] = [];
      for (const child of await seenOf(shown.of, here, seen)) {
        views.push(await viewOf(shown.shows, child, seen));
      }
      return views;
    }
    case "count":
      return (await seenOf(shown.of, here, seen)).length;
    case "sum": {
      const children = await seenOf(shown.of, here, seen);
      const sum = children.reduce(
        (sum, child) => sum + Number(valueOf(child, shown.field)),
        0,
      );
      return Number(sum.toFixed(6));
    }
    case "linked": {
      const links = await readAll(sources, shown.of, [here]);
      const ids = links.map((link) => String(valueOf(link, shown.target)));
      const parts: unknown[] = [];
      for (const id of ids.sort()) {
        const other = await read(sources, shown.to, id);
        if (other && !await isThere(seen, shown.to, other)) continue;
        const view = other && shown.shows &&
          await viewOf(shown.shows, other, seen);
        parts.push(view ?? id);
      }
      return parts;
    }
    case "marked": {
      if (viewerId === undefined) return false;
      const own: FieldFilter = { field: shown.user, value: viewerId };
      return (await readAll(sources, shown.of, [here, own])).length > 0;
    }
  }
}

/** Those of a kind that refer to an entity, as far as they are there for somebody. */
async function seenOf(
  kind: string,
  here: FieldFilter,
  seen: Seeing,
): Promise<readonly Entity[]> {
  return await thereOf(seen, kind, await readAll(seen.sources, kind, [here]));
}
