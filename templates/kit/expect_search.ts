/**
 * Checks of full-text search over HTTP, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried. */
export interface SearchTrial<T extends Entity> {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The path of the collection. */
  readonly path: string;
  /** Searched fields that can have any words, one at least. */
  readonly fields: readonly string[];
  /** Makes an entity with these texts. */
  readonly make: (texts: Readonly<Record<string, string>>) => Promise<T>;
  /** Whether the first of the fields can be changed by a PATCH. @default false */
  readonly patches?: boolean;
  /** Whether one can be deleted. @default false */
  readonly deletes?: boolean;
  /** Whether one that is deleted can be restored. @default false */
  readonly restores?: boolean;
}

/** Checks that `q` finds the beginnings of words, whatever stands around them, as long as they are there. */
export async function expectSearch<T extends Entity>(
  trial: SearchTrial<T>,
): Promise<void> {
  const { client, path, fields } = trial;
  const [first = "", second] = fields;
  const made = await trial.make(
    second === undefined
      ? { [first]: "Zyzzyvas, Quéaxol." }
      : { [first]: "Zyzzyvas, 7", [second]: "«Quéaxol»" },
  );
  await trial.make({});
  for (const q of FOUND) assert.deepEqual(await find(trial, q), [made.id], q);
  for (const q of MISSED) assert.deepEqual(await find(trial, q), [], q);
  for (const q of REFUSED) {
    const refused = await client.get(`${path}?${new URLSearchParams({ q })}`);
    expectProblem(refused, 422, "q");
  }
  if (trial.patches) {
    const item = `${path}/${made.id}`;
    const patched = await client.patch(item, { [first]: "Brobdingnag" });
    assert.equal(patched.status, 200, JSON.stringify(patched.body));
    assert.deepEqual(await find(trial, "zyzzyvas"), []);
  }
  const word = trial.patches ? "brobding" : "zyzzyvas";
  assert.deepEqual(await find(trial, word), [made.id]);
  if (!trial.deletes) return;
  assert.equal((await client.delete(`${path}/${made.id}`)).status, 204);
  assert.deepEqual(await find(trial, word), []);
  if (!trial.restores) return;
  assert.equal((await client.post(`${path}/${made.id}/restore`)).status, 200);
  assert.deepEqual(await find(trial, word), [made.id]);
}

async function find<T extends Entity>(
  { client, path }: SearchTrial<T>,
  q: string,
): Promise<readonly string[]> {
  const query = new URLSearchParams({ q, limit: "200" });
  const { status, body } = await client.get<Page<T>>(`${path}?${query}`);
  assert.equal(status, 200, `${q}: ${JSON.stringify(body)}`);
  return body.items.map(({ id }) => id);
}

/** A beginning, several words, other cases and accents, and operators of search languages, which are none here. */
const FOUND = [
  "zyzz",
  "queaxol zyzzyvas",
  "ZYZZYVAS",
  "QUÉAX",
  "que\u0301axol",
  `"zyzzyvas"`,
  "zyzzyvas*",
  "-zyzzyvas",
  "^zyzzyvas:",
  "(zyzzyvas) & !queaxol | <->",
  "'zyzzyvas' \\",
];

const MISSED = [
  "yzzyvas",
  "zyzzyvasx",
  "zyzzyvas qwyjibo",
  "zyzzyvas OR qwyjibo",
  "NEAR(zyzzyvas qwyjibo)",
  "zyzzyvas NOT qwyjibo",
  "zyzz_vas",
];

const REFUSED = ["...", "*", `"`, "%", "a b c d e f g h i", "x".repeat(201)];
