/**
 * Checks of actions that change a number of another entity, for tests: once or not at all, however many ask at once.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityReply } from "./entity_request.ts";
import { expectValue } from "./expect_outcome.ts";
import { type ApiClient, expectProblem } from "./testing.ts";

/** What is tried. */
export interface AdjustmentTrial {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The path of the entities that have the action. */
  readonly path: string;
  /** The action, as in its path. */
  readonly action: string;
  /** The number that it changes. */
  readonly field: string;
  /** What it adds. */
  readonly by: number;
  /** Makes an entity with such a number. */
  readonly target: (amount: number) => Promise<{ readonly id: string }>;
  /** Reads such an entity past all rules. */
  readonly readTarget: (id: string) => Promise<EntityReply<unknown>>;
  /** Makes an entity that is ready for the action and refers to the other. */
  readonly make: (
    targetId: string | null,
  ) => Promise<{ readonly id: string }>;
  /** Reads it past all rules. */
  readonly read: (id: string) => Promise<EntityReply<unknown>>;
  /** A number from which it can be changed. */
  readonly start: number;
  /** A number from which it cannot. @default not tried */
  readonly edge?: number;
  /** A number from which it can be changed twice. @default not tried */
  readonly twice?: number;
  /** The action that changes it back. @default not tried */
  readonly undo?: string;
  /** A change of fields that would do a part of it. @default not tried */
  readonly bypass?: Readonly<Record<string, unknown>>;
  /** Whether it may refer to nothing. @default false */
  readonly optional?: boolean;
}

/** Checks that the action takes effect on both entities or on none. */
export async function expectAdjustment(trial: AdjustmentTrial): Promise<void> {
  await expectOnce(trial);
  await expectNothing(trial);
  await expectTwice(trial);
}

async function expectOnce(trial: AdjustmentTrial): Promise<void> {
  const { start, by, undo, bypass } = trial;
  const target = await trial.target(start);
  const { id } = await trial.make(target.id);
  const before = await trial.readTarget(target.id);
  if (bypass) {
    const path = `${trial.path}/${id}`;
    expectProblem(await trial.client.patch(path, bypass), 409);
  }
  const all = [1, 2, 3, 4, 5].map(() => act(trial, id));
  for (const answer of [...await Promise.all(all), await act(trial, id)]) {
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }
  const after = await trial.readTarget(target.id);
  assert.equal(numberIn(trial, after), exactly(start + by));
  assert.equal(versionOf(after), versionOf(before) + 1);
  if (undo === undefined) return;
  const undone = await act(trial, id, undo);
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  const restored = await trial.readTarget(target.id);
  assert.equal(numberIn(trial, restored), start);
}

async function expectNothing(trial: AdjustmentTrial): Promise<void> {
  const { edge, optional } = trial;
  const targets = [
    ...(edge === undefined ? [] : [(await trial.target(edge)).id]),
    ...(optional ? [null] : []),
  ];
  for (const target of targets) {
    const { id } = await trial.make(target);
    const both = async () => [
      await trial.read(id),
      target === null ? null : await trial.readTarget(target),
    ];
    const before = await both();
    expectProblem(await act(trial, id), 409);
    assert.deepEqual(await both(), before);
  }
}

async function expectTwice(trial: AdjustmentTrial): Promise<void> {
  const { twice, by } = trial;
  if (twice === undefined) return;
  const target = await trial.target(twice);
  const ids: string[] = [];
  while (ids.length < 5) ids.push((await trial.make(target.id)).id);
  const answers = await Promise.all(ids.map((id) => act(trial, id)));
  const refused = answers.filter(({ status }) => status !== 200);
  for (const answer of refused) expectProblem(answer, 409);
  assert.equal(refused.length, ids.length - 2);
  const after = await trial.readTarget(target.id);
  assert.equal(numberIn(trial, after), exactly(twice + 2 * by));
}

function act(
  { client, path, action }: AdjustmentTrial,
  id: string,
  other = action,
): ReturnType<ApiClient["post"]> {
  return client.post(`${path}/${id}/${other}`);
}

function numberIn(
  { field }: AdjustmentTrial,
  reply: EntityReply<unknown>,
): number {
  const entity = Object(expectValue(reply));
  return exactly(Number(entity[field]));
}

function versionOf(reply: EntityReply<unknown>): number {
  return reply.ok && "version" in reply ? Number(reply.version) : NaN;
}

/** Decimals have at most nine places. */
function exactly(value: number): number {
  return Number(value.toFixed(9));
}
