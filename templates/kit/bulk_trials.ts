/**
 * Trials of what is done with several entities at once: all of them or none, and nothing that one alone may not do.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { BulkOperation } from "./bulk_routes.ts";
import type { Entity } from "./entity_spec.ts";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";

/** An entity of which several can be changed at once. */
export interface BulkSubject {
  /** Its path. */
  readonly path: string;
  /** What can be done. */
  readonly operations: readonly BulkOperation[];
  /** How many there can be at once. */
  readonly most: number;
  /** Another value of a field. @default none is changed */
  readonly changed?: Readonly<Record<string, unknown>>;
  /** The operations that whoever is not signed in may not do. @default [] */
  readonly closed?: readonly BulkOperation[];
  /** The operations that a user who has just registered may not do with what is others'. @default [] */
  readonly held?: readonly BulkOperation[];
}

/** A system, and how its entities are made and found past all rules. */
export interface BulkStage extends AsyncDisposable {
  /** Calls the API as somebody who may. */
  readonly client: ApiClient;
  /** Calls it as nobody. */
  readonly nobody?: ApiClient;
  /** Calls it as somebody who has just registered. */
  readonly stranger?: ApiClient;
  /** Makes a valid body, different each time where it must be. */
  readonly body: () => Promise<Readonly<Record<string, unknown>>>;
  /** Makes one. */
  readonly make: () => Promise<Entity>;
  /** Lists all there are. */
  readonly all: () => Promise<readonly Entity[]>;
}

/** What must hold. */
export interface BulkTrial {
  /** What must hold. */
  readonly title: string;
  /** Tries it on a system of its own. */
  readonly run: (start: () => Promise<BulkStage>) => Promise<void>;
}

/** Lists what must hold of an entity. */
export function bulkTrials(subject: BulkSubject): readonly BulkTrial[] {
  const { path, operations } = subject;
  return operations.flatMap((operation) => {
    const place = `${path}/bulk/${operation}`;
    const on = (
      title: string,
      attempt: (scene: Scene) => Promise<void>,
    ): BulkTrial => ({
      title: `POST ${place} ${title}`,
      run: async (start) => {
        await using stage = await start();
        await attempt({ stage, subject, operation, place });
      },
    });
    const { closed = [], held = [] } = subject;
    return [
      on("does it with all of them", DOES[operation]),
      on("does it with none when one is refused", REFUSES[operation]),
      on("refuses what is no list of as many as there can be", refusesLists),
      ...(closed.includes(operation)
        ? [on("is not for whoever is not signed in", refusesNobody)]
        : []),
      ...(held.includes(operation)
        ? [on("does nothing with what is others'", refusesStrangers)]
        : []),
    ];
  });
}

interface Scene {
  readonly stage: BulkStage;
  readonly subject: BulkSubject;
  readonly operation: BulkOperation;
  readonly place: string;
}

async function creates({ stage, place }: Scene): Promise<void> {
  const before = await stage.all();
  const items = [await stage.body(), await stage.body()];
  const answer = await stage.client.post<Items>(place, { items });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  const made = (await stage.all()).filter(({ id }) =>
    !before.some((one) => one.id === id)
  );
  assert.deepEqual(idsOf(answer.body.items), idsOf(made));
}

async function patches({ stage, subject, place }: Scene): Promise<void> {
  const [one, two] = [await stage.make(), await stage.make()];
  const changes = subject.changed ?? {};
  const items = [{ id: two.id, changes: {} }, { id: one.id, changes }];
  const answer = await stage.client.post<Items>(place, { items });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.deepEqual(idsOf(answer.body.items), [two.id, one.id]);
  const found = (await stage.all()).find(({ id }) => id === one.id);
  for (const [field, value] of Object.entries(changes)) {
    assert.deepEqual(Object(found)[field], value);
  }
}

async function deletes({ stage, place }: Scene): Promise<void> {
  const [one, two] = [await stage.make(), await stage.make()];
  const items = [{ id: two.id }, { id: one.id }];
  const answer = await stage.client.post(place, { items });
  assert.equal(answer.status, 204, JSON.stringify(answer.body));
  const left = idsOf(await stage.all());
  assert.ok(!left.includes(one.id) && !left.includes(two.id));
}

async function createsNone({ stage, place }: Scene): Promise<void> {
  const items = [
    await stage.body(),
    { ...await stage.body(), nosuchfield: 1 },
  ];
  const before = await stage.all();
  const answer = await stage.client.post(place, { items });
  const problem = expectProblem(answer, 422, "items/1/nosuchfield");
  assert.equal(problem.item, 1);
  assert.deepEqual(await stage.all(), before);
}

async function changesNone(scene: Scene): Promise<void> {
  const { stage, subject, operation, place } = scene;
  const [one, two] = [await stage.make(), await stage.make()];
  const before = await stage.all();
  const wish = (id: string) =>
    operation === "patch" ? { id, changes: subject.changed ?? {} } : { id };
  const refused: readonly (readonly [unknown, number])[] = [
    [wish(crypto.randomUUID()), 404],
    [{ ...wish(two.id), ifMatch: '"99"' }, 412],
    [{ ...wish(two.id), nosuchfield: 1 }, 422],
    [wish(one.id), 422],
  ];
  for (const [other, status] of refused) {
    const items = [wish(one.id), other];
    const answer = await stage.client.post(place, { items });
    assert.equal(expectProblem(answer, status).item, 1);
    assert.deepEqual(await stage.all(), before);
  }
}

async function refusesLists(scene: Scene): Promise<void> {
  const { stage, subject, place } = scene;
  const before = await stage.all();
  const tooMany = Array.from({ length: subject.most + 1 }, () => ({}));
  for (const items of [undefined, null, {}, [], tooMany]) {
    const answer = await stage.client.post(place, { items });
    expectProblem(answer, 422, "items");
  }
  const texts = await stage.client.post(place, { items: ["text"] });
  expectProblem(texts, 422, "items/0");
  assert.deepEqual(await stage.all(), before);
}

async function refusesNobody({ stage, ...scene }: Scene): Promise<void> {
  const items = await wishesFor({ stage, ...scene });
  const before = await stage.all();
  expectProblem(await clientOf(stage.nobody).post(scene.place, { items }), 401);
  assert.deepEqual(await stage.all(), before);
}

async function refusesStrangers({ stage, ...scene }: Scene): Promise<void> {
  const items = await wishesFor({ stage, ...scene });
  const before = await stage.all();
  const stranger = clientOf(stage.stranger);
  const answer: ApiResponse<unknown> = await stranger.post(scene.place, {
    items,
  });
  assert.ok([403, 404].includes(answer.status), JSON.stringify(answer.body));
  assert.deepEqual(await stage.all(), before);
}

async function wishesFor(
  { stage, operation, subject }: Scene,
): Promise<readonly unknown[]> {
  if (operation === "create") return [await stage.body()];
  const { id } = await stage.make();
  return [
    operation === "patch" ? { id, changes: subject.changed ?? {} } : { id },
  ];
}

function clientOf(client: ApiClient | undefined): ApiClient {
  assert.ok(client);
  return client;
}

function idsOf(entities: readonly Entity[]): readonly string[] {
  return entities.map(({ id }) => id);
}

interface Items {
  readonly items: readonly Entity[];
}

const DOES = { create: creates, patch: patches, delete: deletes };
const REFUSES = {
  create: createsNone,
  patch: changesNone,
  delete: changesNone,
};
