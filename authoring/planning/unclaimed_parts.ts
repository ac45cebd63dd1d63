/**
 * What of a blueprint no sentence of the request is said to have become: it was assumed.
 *
 * @module
 */
import {
  type Blueprint,
  type EntityBlueprint,
  OPERATIONS,
} from "../../generator/blueprint/blueprint.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";

/** Lists what was decided without being asked for, one sentence each. */
export function unclaimedParts(
  blueprint: Blueprint,
  places: readonly BlueprintPlace[],
): readonly string[] {
  const isClaimed = (...keys: string[]) =>
    places.some((place) => covers(place, keys));
  const lines: string[] = [];
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    if (!isClaimed("entities", name)) {
      lines.push(`added though no sentence asks for it: ${name}`);
      continue;
    }
    const members = MEMBERS.flatMap((part) =>
      Object.keys(entity[part] ?? {})
        .filter((member) => !isClaimed("entities", name, part, member))
    );
    if (members.length > 0) {
      lines.push(
        `added though no sentence asks for it: ${
          members.join(", ")
        } of ${name}`,
      );
    }
    const unasked = unaskedOperations(name, entity, places);
    if (unasked.length > 0) {
      lines.push(
        `added though not asked for: ${
          unasked.join(", ")
        } of ${name} (say "only …" to leave out what is not wanted)`,
      );
    }
  }
  for (const part of PARTS) {
    const names = Object.keys(blueprint[part] ?? {})
      .filter((name) => !isClaimed(part, name));
    if (names.length > 0) {
      lines.push(
        `added though no sentence asks for it: ${part} ${names.join(", ")}`,
      );
    }
  }
  return [...lines, ...settings(blueprint, isClaimed)];
}

/** A part is claimed by what is in it, and by the mapping it stands in: all fields, but not the entity that has them. */
function covers({ keys }: BlueprintPlace, part: readonly string[]): boolean {
  const shared = Math.min(keys.length, part.length);
  return shared >= part.length - 1 && shared > 0 &&
    part.slice(0, shared).every((key, index) => key === keys[index]);
}

function unaskedOperations(
  name: string,
  { operations, access }: EntityBlueprint,
  places: readonly BlueprintPlace[],
): readonly string[] {
  if (operations) return [];
  const asked = new Set(places.flatMap(({ refs }) => refs));
  const ruled = new Set(
    places.filter(({ keys }) => keys[1] === name && keys[2] === "access")
      .flatMap(({ keys }) => keys[3] ?? Object.keys(access ?? {})),
  );
  return OPERATIONS.filter((one) =>
    !asked.has(`${name}.${one}`) && !ruled.has(one)
  );
}

function settings(
  { store, http, users, api }: Blueprint,
  isClaimed: (...keys: string[]) => boolean,
): readonly string[] {
  const unclaimed = (said: boolean, key: string, text: string) =>
    said && !isClaimed(key) ? [text] : [];
  return [
    ...(store?.engine === undefined
      ? ["store: SQLite, nothing was said about storage"]
      : unclaimed(
        true,
        "store",
        `store: ${store.engine}, though no sentence names one`,
      )),
    ...(http?.port === undefined
      ? ["port 8080: none was named"]
      : unclaimed(true, "http", `port ${http.port}: no sentence names it`)),
    ...unclaimed(api !== undefined, "api", "api: no sentence asks for it"),
    ...(users
      ? unclaimed(
        true,
        "users",
        "people sign in, under /auth, though no sentence says so",
      )
      : ["public: no users"]),
  ];
}

const MEMBERS = [
  "fields",
  "relations",
  "actions",
  "hooks",
  "marks",
  "aggregates",
] as const;

const PARTS = ["webhooks", "schedule", "endpoints"] as const;
