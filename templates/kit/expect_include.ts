/**
 * Checks of reads that include other entities, for tests: what is included is what whoever asks could read by itself.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import { type ApiClient, expectProblem, type JsonBody } from "./testing.ts";

/** What is included in what. */
export interface IncludeSubject {
  /** The path of the entities that are read. */
  readonly path: string;
  /** What is included. */
  readonly name: string;
  /** Whether it refers to one, is referred to by many, or by one at most. */
  readonly kind: "one" | "many" | "only";
  /** The path of the others. */
  readonly others: string;
  /** The field that refers. */
  readonly field: string;
}

/** What must come of it. */
export interface IncludeAnswer {
  /** The status of a read by id where the rules refuse it, or what it includes. */
  readonly get?: 401 | 403;
  /** The status of a list where they do. */
  readonly list?: 401 | 403;
  /** How many are there at least for whoever asks. @default 0 */
  readonly least?: number;
}

/** Who tries it, and on what. */
export interface IncludeTrial extends IncludeAnswer {
  /** The API as seen by whoever asks. */
  readonly client: ApiClient;
  /** The entity that is read. */
  readonly id: string;
  /** How it can be read. */
  readonly reads: readonly ("get" | "list")[];
}

/** Checks that a read includes what whoever asks may read of it, as it is answered by itself, and nothing else. */
export async function expectInclude(
  subject: IncludeSubject,
  trial: IncludeTrial,
): Promise<void> {
  for (const read of trial.reads) {
    const { client, id } = trial;
    const url = read === "get"
      ? `${subject.path}/${id}?`
      : `${subject.path}?limit=200&`;
    const plain = await client.get(url);
    const asked = await client.get(`${url}include=${subject.name}`);
    const refused = trial[read];
    if (refused !== undefined) {
      expectProblem(asked, refused);
      continue;
    }
    assert.equal(asked.status, plain.status, JSON.stringify(asked.body));
    if (asked.status !== 200) continue;
    assert.equal(asked.headers.get("etag"), null);
    const most = read === "get" ? 200 : 20;
    const wholes = entitiesIn(plain.body);
    const found = entitiesIn(asked.body);
    assert.equal(found.length, wholes.length);
    for (const [i, { [subject.name]: included, ...rest }] of found.entries()) {
      const whole = wholes[i] ?? {};
      assert.deepEqual(rest, whole);
      assert.deepEqual(included, await alone(subject, client, whole, most));
      if (rest["id"] === id) expectLeast(included, trial.least ?? 0);
    }
  }
}

/** What {@link expectConstantCost} needs. */
export interface CostTrial {
  /** Reads the list with all that it is to include. */
  readonly read: () => Promise<{ readonly status: number }>;
  /** Makes another entity with something to include. */
  readonly make: () => Promise<unknown>;
  /** How many messages the components have sent. */
  readonly messages: () => number;
}

/**
 * Checks that a list of fifty costs as many messages between the components as one of two; a list of fewer, where the
 * samples of unique values run out.
 */
export async function expectConstantCost(
  { read, make, messages }: CostTrial,
): Promise<void> {
  const cost = async () => {
    const before = messages();
    assert.equal((await read()).status, 200);
    return messages() - before;
  };
  await make();
  await make();
  await cost();
  const forTwo = await cost();
  let made = 2;
  for (let tried = made; tried < 75 && made < 50; tried++) {
    made += await make().then(() => 1, () => 0);
  }
  assert.ok(made > 2, "there is nothing to compare with");
  assert.equal(await cost(), forTwo);
}

/** Reads by itself what is to be included in an entity. */
async function alone(
  { kind, field, others }: IncludeSubject,
  client: ApiClient,
  entity: JsonBody,
  most: number,
): Promise<unknown> {
  if (kind === "one") {
    if (entity[field] === null) return null;
    const { status, body } = await client.get(`${others}/${entity[field]}`);
    return status === 200 ? body : null;
  }
  const url = `${others}?${field}=${entity["id"]}&limit=${most}`;
  const items = entitiesIn((await client.get(url)).body);
  return kind === "many" ? items : items[0] ?? null;
}

function entitiesIn(body: JsonBody): readonly JsonBody[] {
  return "nextCursor" in body
    ? (body as unknown as Page<JsonBody>).items // what a list is answered with
    : [body];
}

function expectLeast(included: unknown, least: number): void {
  const count = Array.isArray(included)
    ? included.length
    : included === null
    ? 0
    : 1;
  assert.ok(count >= least, `found ${count} included, wanted ${least}`);
}
