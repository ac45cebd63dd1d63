/**
 * What a request leaves open of who may do what: whoever is signed in may read and create, and change what has no owner.
 *
 * @module
 */
import {
  type AccessDraft,
  ownerOf,
  roleName,
  rulesFor,
  wordFor,
} from "./access_draft.ts";

import type { Noun } from "./statement.ts";

/** Who may do what with one entity. */
export interface PlannedRules {
  /** The relation to whom it belongs. */
  owner?: string;
  /** By operation, action or shorthand. */
  access: Record<string, string | readonly string[]>;
  /** Who may do something beside whoever else may. */
  readonly also: Map<string, readonly string[]>;
  /** Who may see it beside its owner. */
  readonly readers: Noun[];
  /** Who has to do with their own only, whatever else is said of them. */
  readonly ownOnly: Noun[];
}

/** Completes the rules of every entity, and says so in the draft's assumptions. */
export function settleRules(access: AccessDraft): void {
  const { draft, users } = access;
  for (const [name, entity] of draft.entities) {
    const rules = rulesFor(access, name);
    if (name !== users) {
      const owner = rules.owner ?? ownerOf(entity, users);
      if (owner !== undefined) rules.owner = owner;
    }
    const isTheirs = rules.owner !== undefined || name === users;
    const { read = "users", create, ...rest } = rules.access;
    const more: Record<string, string | readonly string[]> = Object.fromEntries(
      [...rules.also].flatMap(([operation, roles]) => {
        if (roles.length === 0) return [];
        const isStandard = ["replace", "patch", "delete"].includes(operation);
        const beside = operation in rules.access
          ? [rules.access[operation] ?? []].flat()
          : isStandard && isTheirs
          ? ["owner"]
          : [];
        const all = [...new Set([...beside, ...roles])];
        return [[operation, all.length === 1 ? all[0] ?? "" : all] as const];
      }),
    );
    // Whoever may not change a part may not replace the whole.
    if (rest["patch"] !== undefined) rest["replace"] ??= rest["patch"];
    const narrow = (words: string | readonly string[]) =>
      narrowed(words, ownRoles(rules, access));
    for (const [operation, words] of Object.entries({ ...rest, ...more })) {
      if (operation === "create") continue;
      if (operation in more) more[operation] = narrow(words);
      else rest[operation] = narrow(words);
    }
    const { create: creators, ...others } = { ...rest, ...more };
    const by = widest(more["create"] ?? create ?? creators ?? "users");
    const write = writeRule({ ...rest, ...more }) ??
      (isTheirs ? "owner" : ruleOfRoles(others["patch"], access) ??
        ruleOfRoles(by, access) ?? ruleOfRoles(read, access) ?? "users");
    // Whoever may do something with what is only its owner's has to see it.
    const readers = read !== "owner"
      ? []
      : rules.readers.flatMap((noun) => wordFor(noun, entity, access) ?? [])
        .filter((word) => access.roles.includes(word));
    const acting = Object.entries({ ...rest, ...more })
      .filter(([operation]) => operation !== "create")
      .flatMap(([, words]) => [words].flat())
      .filter((word) => access.roles.includes(word));
    const all = [...new Set(["owner", ...readers, ...acting])];
    const seen = read === "owner" && all.length > 1 ? all : read;
    rules.access = {
      read: seen,
      ...(name === users ? {} : { create: by }),
      write,
      ...Object.fromEntries(
        Object.entries(others).filter(([key, word]) =>
          !same(word, key === "list" || key === "get" ? read : write)
        ),
      ),
    };
  }
}

/** Everybody who signs in is more than some of them. */
function widest(
  words: string | readonly string[],
): string | readonly string[] {
  return ["everyone", "users"].find((one) => [words].flat().includes(one)) ??
    words;
}

/** "…; customers only their own": what else they may do, they may do with these. */
function narrowed(
  words: string | readonly string[],
  own: ReadonlySet<string>,
): string | readonly string[] {
  const all = [words].flat();
  if (!all.some((word) => own.has(word))) return words;
  const kept = new Set(all.map((word) => own.has(word) ? "owner" : word));
  const [only, ...others] = kept;
  return others.length === 0 ? only ?? "owner" : [...kept];
}

function ownRoles(
  { ownOnly, owner }: PlannedRules,
  { roles }: AccessDraft,
): ReadonlySet<string> {
  if (owner === undefined) return new Set();
  const names = ownOnly.map((noun) => roleName(noun));
  return new Set(roles.filter((role) => names.includes(role)));
}

/** Says who may do what in the end. */
export function tellRules(access: AccessDraft): void {
  for (const name of access.draft.entities.keys()) {
    const rules = rulesFor(access, name);
    const line = Object.entries(rules.access).map(([key, word]) =>
      `${key}: ${[word].flat().join(" or ")}`
    );
    access.draft.assumptions.push(
      `who may do what with ${name}: ${line.join(", ")}`,
    );
  }
}

/** Where roles alone may make or change something, nobody else deletes it. */
function ruleOfRoles(
  rule: string | readonly string[] | undefined,
  { roles }: AccessDraft,
): string | readonly string[] | undefined {
  const words = [rule ?? []].flat();
  return words.length > 0 && words.every((word) => roles.includes(word))
    ? rule
    : undefined;
}

/** What is said of both changing and deleting stands for all of writing. */
function writeRule(
  access: Readonly<Record<string, string | readonly string[]>>,
): string | readonly string[] | undefined {
  const { patch, delete: remove } = access;
  return patch !== undefined && remove !== undefined && same(patch, remove)
    ? patch
    : undefined;
}

function same(
  one: string | readonly string[],
  other: string | readonly string[],
): boolean {
  return [one].flat().join() === [other].flat().join();
}
