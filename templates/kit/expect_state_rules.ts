/**
 * Checks of what may be done only in some states, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Entity } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** What is tried. */
export interface StateTrial<T extends Entity> {
  /** Makes an entity with which everything may be done. */
  readonly make: () => Promise<T>;
  /** Makes it as an attempt needs it. @default as `make` does */
  readonly makes?: Readonly<Record<string, () => Promise<T>>>;
  /** The id of the entity whose state decides. */
  readonly target: (made: T) => string | null;
  /** Sends a command to its store. */
  store(
    command: StoreCommand<Entity>,
  ): StoreResult<Entity> | Promise<StoreResult<Entity>>;
  /** What it must not be. */
  readonly shut: Readonly<Record<string, unknown>>;
  /** What depends on it, by name. */
  readonly attempts: Readonly<
    Record<string, (made: T) => Promise<{ readonly status: number }>>
  >;
  /** Which of them do not. @default [] */
  readonly exempt?: readonly string[];
}

/** Checks that every attempt is refused in the one state and works in the other; what is exempt works in both. */
export async function expectStateRule<T extends Entity>(
  trial: StateTrial<T>,
): Promise<void> {
  const { make, makes = {}, attempts, exempt = [] } = trial;
  for (const [name, attempt] of Object.entries(attempts)) {
    const made = await (makes[name] ?? make)();
    const id = trial.target(made);
    assert.ok(id, `${name}: there is nothing whose state decides`);
    const open = await put(trial, id, trial.shut);
    const { status } = await attempt(made);
    if (exempt.includes(name)) {
      assert.ok(status < 300, `${name} is exempt: ${status}`);
      continue;
    }
    assert.equal(status, 409, name);
    await put(trial, id, open);
    const again = await attempt(made);
    assert.ok(again.status < 300, `${name}, when it may be: ${again.status}`);
  }
}

/** Changes an entity in its store; answers what it was. */
async function put<T extends Entity>(
  trial: StateTrial<T>,
  id: string,
  fields: StateTrial<T>["shut"],
): Promise<StateTrial<T>["shut"]> {
  const found = await trial.store({ kind: "get", id });
  if (found.kind !== "entity") throw new Error(`Cannot find it: ${found.kind}`);
  const entity = { ...found.entity, ...fields };
  const { version } = found;
  const result = await trial.store({ kind: "update", entity, version });
  if (result.kind !== "entity") {
    throw new Error(`Cannot put it into its store: ${result.kind}`);
  }
  return { ...found.entity };
}
