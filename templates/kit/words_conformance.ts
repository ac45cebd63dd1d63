/**
 * The part of the contract of a table that is about full-text search: of entities with `words`.
 *
 * @module
 */
import { deepStrictEqual } from "node:assert/strict";
import type { Entity } from "./entity_spec.ts";
import { list } from "./list_conformance.ts";
import type { Check, TableUnderTest } from "./table_conformance.ts";

const findsBeginningsOfWords: Check = async (subject) => {
  if (subject.spec.words === undefined) return;
  const entities = await fill(subject, TEXTS);
  for (const [search, expected] of SEARCHES) {
    const query = new URLSearchParams({ q: search, limit: "1" });
    deepStrictEqual(
      await list(subject, query.toString()),
      expected.map((n) => entities[n]),
      `q=${search}`,
    );
  }
};

const followsWhatIsWritten: Check = async (subject) => {
  const { table, spec } = subject;
  if (spec.words === undefined) return;
  const [entity] = await fill(subject, ["first words"]);
  const find = async (search: string) =>
    (await list(subject, `q=${search}`)).map(({ id }) => id);
  const { id } = entity!;
  deepStrictEqual(await find("first+words"), [id]);
  const next = { ...entity!, [spec.search[0]!]: "other words" };
  await table.execute({ kind: "update", entity: next, version: 1 });
  deepStrictEqual(await find("first"), []);
  deepStrictEqual(await find("other"), [id]);
  const stale = { ...entity!, [spec.search[0]!]: "late" };
  await table.execute({ kind: "update", entity: stale, version: 1 });
  deepStrictEqual(await find("late"), []);
  deepStrictEqual(await find("wor"), [id]);
  const now = entity!.updatedAt;
  await table.execute({ kind: "delete", id, now });
  deepStrictEqual(await find("other"), []);
  await table.execute({ kind: "insert", entity: entity! });
  deepStrictEqual(await find("first"), [id]);
};

/** The checks. */
export const WORD_CHECKS: readonly Check[] = [
  findsBeginningsOfWords,
  followsWhatIsWritten,
];

/** Stores samples that have these texts, and nothing else to be found. */
async function fill<T extends Entity>(
  { table, spec, sample }: TableUnderTest<T>,
  texts: readonly string[],
): Promise<T[]> {
  const [first = "", ...others] = spec.search;
  const entities = texts.map((text, n): T => ({
    ...sample(n),
    ...Object.fromEntries(others.map((name) => [name, ""])),
    [first]: text,
  }));
  for (const entity of entities) {
    const { kind } = await table.execute({ kind: "insert", entity });
    deepStrictEqual(kind, "entity");
  }
  return entities;
}

const TEXTS = [
  "The quick brown fox: it jumps over 2 lazy dogs",
  "Über Straßen in ŁÓDŹ und Ísland",
  `NEAR(quick, "or") AND not * - ^title:fox`,
  "ΟΔΟΣ, Одесса, 東京 タワー, e\u0301clair, ﬁne, 𐐨𐐩, null",
  "",
  "can't stop, won't: state-of-the-art.",
];

/** What is searched for, and which of the texts it finds. */
const SEARCHES: readonly (readonly [string, readonly number[]])[] = [
  ["quick", [0, 2]],
  ["qui fox", [0, 2]],
  ["fox QUICK brown", [0]],
  ["uick", []],
  ["2", [0]],
  ["quick cat", []],
  ["uber strasse", [1]],
  ["ÜBER straße", [1]],
  ["isl", [1]],
  ["ﬁne ÉCLAIRS", []],
  ["FINE Éclair", [3]],
  ["οδοσ", [3]],
  ["οδος", [3]],
  ["ОДЕС", [3]],
  ["東", [3]],
  ["京", []],
  ["𐐀", [3]],
  ["null", [3]],
  [`"or"`, [2]],
  ["NEAR(quick", [2]],
  ["NOT", [2]],
  ["AND", [2]],
  ["quick OR lazy", []],
  ["-quick", [0, 2]],
  ["title:fox", [2]],
  ["qui*", [0, 2]],
  ["^quick", [0, 2]],
  ["'quick' & !fox | <-> \\", [0, 2]],
  ["can't", [5]],
  ["won t", [5]],
  ["art-of-state", [5]],
  ["words:the", []],
];
