/**
 * Finds who the users of a system are, and who makes what in it.
 *
 * @module
 */
import type { SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { snakeName } from "./names.ts";
import type { SentenceReading } from "./read_request.ts";
import type { Noun, Statement } from "./statement.ts";

type SignInStatement = Extract<Statement, { kind: "signIn" }>;

/** The users are the entity that is said to sign in, else the one of that name, else the one "only the author" speaks of, else one that is made. */
export function usersOf(
  readings: readonly SentenceReading[],
  signIns: readonly SignInStatement[],
  draft: SystemDraft,
): string {
  for (const { people = [] } of signIns) {
    const name = snakeName(people.map((word) => singular(word)));
    if (name && draft.entities.has(name)) return name;
  }
  if (draft.entities.has("user")) return "user";
  const owners = ownersIn(readings, draft);
  const [owner, more] = owners;
  if (owner && more === undefined && !madeByOthers(readings, owner, draft)) {
    return owner;
  }
  for (const { statements } of readings) {
    for (const one of statements) {
      if (one.kind !== "unbuilt" || one.who?.length !== 1) continue;
      const name = snakeName(one.who[0]?.words ?? []);
      if (name && OWNERS.has(name) && draft.entities.has(name)) return name;
    }
  }
  return "user";
}

/** Those of whose own things a request speaks, where something is kept of them, too. */
function ownersIn(
  readings: readonly SentenceReading[],
  draft: SystemDraft,
): readonly string[] {
  const found = readings.flatMap(({ statements }) =>
    statements.flatMap((one) =>
      one.kind === "unbuilt" && one.whose
        ? draft.index.find(one.whose)?.entity ?? keptName(one.whose, draft)
        : []
    )
  );
  return [...new Set(found)];
}

function keptName({ words }: Noun, { entities }: SystemDraft): string[] {
  const name = snakeName(words.map((word) => singular(word)));
  return name && entities.has(name) ? [name] : [];
}

/** Whoever makes something is its owner: where others make it, it is not theirs whose own it is said to be. */
function madeByOthers(
  readings: readonly SentenceReading[],
  owner: string,
  draft: SystemDraft,
): boolean {
  return readings.some(({ statements }) =>
    statements.some((one) =>
      one.kind === "operations" && one.operations.includes("create") &&
      (one.by ?? []).some((noun) => draft.index.find(noun)?.entity !== owner) &&
      one.objects.some((noun) => {
        const name = draft.index.find(noun)?.entity ?? "";
        return [...draft.entities.get(name)?.relations.values() ?? []]
          .some(({ belongsTo }) => belongsTo === owner);
      })
    )
  );
}

/** Collects who is said to make what. */
export function makersOf(
  readings: readonly SentenceReading[],
  draft: SystemDraft,
): ReadonlyMap<string, readonly string[]> {
  const makers = new Map<string, readonly string[]>();
  for (const one of readings.flatMap(({ statements }) => statements)) {
    if (one.kind !== "operations" || !one.operations.includes("create")) {
      continue;
    }
    const by = (one.by ?? []).map(({ words }) => singular(words.at(-1) ?? ""));
    for (const noun of by.length > 0 ? one.objects : []) {
      const name = draft.index.find(noun)?.entity ?? "";
      makers.set(name, [...makers.get(name) ?? [], ...by]);
    }
  }
  return makers;
}

const OWNERS: ReadonlySet<string> = new Set(
  ["owner", "author", "creator", "writer"],
);
