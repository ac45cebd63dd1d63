/**
 * Checks how an object inside an entity is patched, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried. */
export interface MergeTrial {
  /** The path of the entity. */
  readonly path: string;
  /** The field that is an object. */
  readonly field: string;
  /** What it holds. */
  readonly before: object | null;
  /** One of its members, with another value. */
  readonly change: Readonly<Record<string, unknown>>;
}

/** Checks that a merge patch changes one member and keeps the others, and that nothing else gets in. */
export async function expectMerged(
  { client }: { readonly client: ApiClient },
  { path, field, before, change }: MergeTrial,
): Promise<void> {
  const changed = await client.patch<Record<string, unknown>>(path, {
    [field]: change,
  });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  const wanted = { ...before, ...change };
  // The bytes, too: members stay in their order.
  assert.equal(JSON.stringify(changed.body[field]), JSON.stringify(wanted));
  for (const odd of ODD_MEMBERS) {
    const refused = await client.patch(path, JSON.parse(odd.of(field)));
    expectProblem(refused, 422, `${field}${odd.path}`);
  }
  const { body } = await client.get<Record<string, unknown>>(path);
  assert.deepEqual(body[field], wanted);
  assert.equal(Object.hasOwn(Object.prototype, "polluted"), false);
}

/** Bodies as text: `__proto__` is a member of JSON and none of a literal. */
const ODD_MEMBERS: readonly {
  readonly path: string;
  readonly of: (field: string) => string;
}[] = [
  {
    path: ".noSuchMember",
    of: (field) => `{"${field}":{"noSuchMember":1}}`,
  },
  {
    path: ".__proto__",
    of: (field) => `{"${field}":{"__proto__":{"polluted":true}}}`,
  },
  {
    path: ".constructor",
    of: (field) => `{"${field}":{"constructor":{"prototype":{"polluted":1}}}}`,
  },
  { path: "", of: (field) => `{"${field}":"no object"}` },
  { path: "", of: (field) => `{"${field}":[]}` },
];
