/**
 * What clients must see of an entity, worked out one entity and one part at a time.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { FieldFilter } from "./list_query.ts";
import { read, readAll, shownIn } from "./resource_stage.ts";
import type { Shown, Shows, Sources } from "./resource_spec.ts";
import type { Stage } from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** Asserts that an answer shows an entity to somebody: every part, as it is, and nothing else. */
export async function expectShown(
  { subject, system: { sources } }: Stage,
  answer: ApiResponse<unknown>,
  { entity, viewerId }: { readonly entity: Entity; readonly viewerId?: string },
): Promise<JsonObject> {
  const shown = shownIn(subject, answer);
  const { shows } = subject.resource;
  assert.deepEqual(shown, await viewOf(shows, entity, { sources, viewerId }));
  return shown;
}

/** What somebody must see of an entity, as it travels. */
export async function viewOf(
  shows: Shows,
  entity: Entity,
  seen: { readonly sources: Sources; readonly viewerId?: string },
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
  seen: { readonly sources: Sources; readonly viewerId?: string },
): Promise<unknown> {
  if (typeof shown === "string") return valueOf(entity, shown);
  if (shown.kind === "link") {
    const key = String(valueOf(entity, shown.by));
    return `${shown.to}/${encodeURIComponent(key)}`;
  }
  const { sources, viewerId } = seen;
  const here: FieldFilter = {
    field: shown.kind === "one" ? "id" : shown.by,
    value: entity.id,
  };
  switch (shown.kind) {
    case "one": {
      const id = valueOf(entity, shown.field);
      if (typeof id !== "string") return null;
      const found = await read(sources, shown.of, id);
      return found ? await viewOf(shown.shows, found, seen) : null;
    }
    case "many": {
      const views: JsonObject[] = [];
      for (const child of await readAll(sources, shown.of, [here])) {
        views.push(await viewOf(shown.shows, child, seen));
      }
      return views;
    }
    case "count":
      return (await readAll(sources, shown.of, [here])).length;
    case "sum": {
      const children = await readAll(sources, shown.of, [here]);
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
        const other = shown.shows && await read(sources, shown.to, id);
        parts.push(other ? await viewOf(shown.shows!, other, seen) : id);
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
