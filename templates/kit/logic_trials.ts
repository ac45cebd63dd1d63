/**
 * Trials of a controller with logic of the test's own: it is asked, its answers count, and its failures cost what they should.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { EntityLogic } from "./entity_logic.ts";
import type {
  EntityReply,
  EntityRequest,
  JsonObject,
} from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { expectFailure, expectValue } from "./expect_outcome.ts";

/** A controller with some logic, between the test and a table. */
export interface LogicBench<T extends Entity> extends AsyncDisposable {
  /** Sends it a request. */
  readonly ask: (request: EntityRequest) => Promise<EntityReply<T>>;
  /** Changes an entity that is in its first version, past the controller. */
  readonly put: (entity: T) => Promise<unknown>;
}

/** What must hold. */
export interface LogicTrial<T extends Entity> {
  /** What it is about, to follow the controller's name. */
  readonly title: string;
  /** Tries it on benches that `start` starts. */
  readonly run: (
    start: (logic: EntityLogic<T>) => Promise<LogicBench<T>>,
  ) => Promise<void>;
}

/** What is tried. */
export interface LogicTrialOptions {
  /** A body that makes an entity. */
  readonly body: JsonObject;
  /** A body that changes it. @default there is none */
  readonly change?: JsonObject;
  /** The actions with a guard. */
  readonly guards: readonly TriedAction[];
  /** The actions with logic of their own. */
  readonly actions: readonly TriedAction[];
  /** The hooks that there are. */
  readonly hooks: readonly string[];
}

/** An action that is tried. */
export interface TriedAction {
  /** Its name in kebab-case. */
  readonly action: string;
  /** The state in which it may be done, and is not. */
  readonly from: JsonObject;
  /** A body that does the same. @default there is none */
  readonly body?: JsonObject;
}

/** Lists the trials of what is asked around the writes of an entity. */
export function logicTrials<T extends Entity>(
  options: LogicTrialOptions,
): readonly LogicTrial<T>[] {
  const { body, change, hooks } = options;
  const has = (hook: string) => hooks.includes(hook);
  return [
    ...options.guards.map((guard) => guardTrial<T>(body, guard)),
    ...options.actions.flatMap((action) => actionTrials<T>(options, action)),
    ...(has("beforeCreate") ? creationTrials<T>(body) : []),
    ...(has("beforeUpdate") && change ? [changeTrial<T>(body, change)] : []),
    ...(has("beforeDelete") ? [deletionTrial<T>(body)] : []),
    ...(has("afterCreate") ? [afterTrial<T>(body)] : []),
    ...(has("afterUpdate") && change ? [afterChange<T>(body, change)] : []),
    ...(has("afterDelete") ? [afterDeletion<T>(body)] : []),
  ];
}

function guardTrial<T extends Entity>(
  body: JsonObject,
  { action, from, body: same }: TriedAction,
): LogicTrial<T> {
  return {
    title: `does ${action} only if its guard says nothing`,
    run: async (start) => {
      let answer: string | undefined = "Not today.";
      await using bench = await start({
        guards: { [action]: () => answer },
      });
      const { id } = await prepare(bench, { body, from });
      const act = { operation: "action", id, action } as const;
      assert.equal(expectFailure(await bench.ask(act), 409).detail, answer);
      if (same) {
        const patch = { operation: "patch", id, body: same } as const;
        assert.equal(expectFailure(await bench.ask(patch), 409).detail, answer);
      }
      answer = undefined;
      expectValue(await bench.ask(act));
    },
  };
}

function actionTrials<T extends Entity>(
  { body, change }: LogicTrialOptions,
  tried: TriedAction,
): readonly LogicTrial<T>[] {
  return [
    refusalTrial<T>(body, tried),
    ...(change ? [effectTrial<T>({ body, change }, tried)] : []),
    ...(tried.body
      ? [bypassTrial<T>(body, { ...tried, body: tried.body })]
      : []),
  ];
}

function refusalTrial<T extends Entity>(
  body: JsonObject,
  { action, from }: TriedAction,
): LogicTrial<T> {
  return {
    title: `changes nothing where the logic of ${action} refuses or fails`,
    run: async (start) => {
      const errors = [{ path: "id", message: "is not liked" }];
      const answers = ["Not today.", errors];
      const seen: unknown[] = [];
      await using bench = await start({
        actions: {
          [action]: (entity, { before, operation }) => {
            seen.push(before.id, operation);
            // What logic may change is a list, and this one is empty.
            return answers.shift() ?? { ...entity };
          },
        },
      });
      const { id } = await prepare(bench, { body, from });
      const get = { operation: "get", id } as const;
      const made = expectValue(await bench.ask(get));
      const act = { operation: "action", id, action } as const;
      const { detail } = expectFailure(await bench.ask(act), 409);
      assert.equal(detail, "Not today.");
      // Nothing in the request is wrong, so it is no 422.
      const refused = expectFailure(await bench.ask(act), 409);
      assert.deepEqual(refused.errors, errors);
      await assert.rejects(() => bench.ask(act), hasLogicFailed);
      assert.deepEqual(seen, [id, action, id, action, id, action]);
      assert.deepEqual(expectValue(await bench.ask(get)), made);
    },
  };
}

function effectTrial<T extends Entity>(
  { body, change }: { readonly body: JsonObject; readonly change: JsonObject },
  { action, from }: TriedAction,
): LogicTrial<T> {
  return {
    title: `changes what the logic of ${action} says`,
    run: async (start) => {
      await using bench = await start({
        // The change is one of this entity's fields, for whatever entity this is tried with.
        actions: { [action]: () => change as Partial<T> },
        settable: Object.keys(change),
      });
      const { id } = await prepare(bench, { body, from });
      const acted = await bench.ask({ operation: "action", id, action });
      assert.deepEqual(
        { ...expectValue(acted), ...change },
        expectValue(acted),
      );
    },
  };
}

function bypassTrial<T extends Entity>(
  body: JsonObject,
  { action, from, body: same }: Required<TriedAction>,
): LogicTrial<T> {
  return {
    title: `does not ask the logic of ${action} for a body that does the same`,
    run: async (start) => {
      let asked = 0;
      await using bench = await start({
        actions: { [action]: () => void asked++ },
      });
      const { id } = await prepare(bench, { body, from });
      await bench.ask({ operation: "patch", id, body: same });
      assert.equal(asked, 0);
    },
  };
}

function creationTrials<T extends Entity>(
  body: JsonObject,
): readonly LogicTrial<T>[] {
  const create = { operation: "create", body } as const;
  return [{
    title: "creates nothing that beforeCreate refuses",
    run: async (start) => {
      const errors = [{ path: "id", message: "is not liked" }];
      const answers = ["Not today.", errors, undefined];
      await using bench = await start({ beforeCreate: () => answers.shift() });
      const { detail } = expectFailure(await bench.ask(create), 409);
      assert.equal(detail, "Not today.");
      const refused = expectFailure(await bench.ask(create), 422);
      assert.deepEqual(refused.errors, errors);
      await expectCount(bench, 0);
      expectValue(await bench.ask(create));
      await expectCount(bench, 1);
    },
  }, {
    title: "creates nothing when beforeCreate fails or answers what it may not",
    run: async (start) => {
      const failing: EntityLogic<T> = {
        beforeCreate: () => {
          throw new Error("out of order");
        },
      };
      // What hooks may change is a list, and this one is empty.
      const meddling: EntityLogic<T> = {
        beforeCreate: (entity) => ({ ...entity }),
      };
      for (const logic of [failing, meddling]) {
        await using bench = await start(logic);
        await assert.rejects(() => bench.ask(create), hasLogicFailed);
        await expectCount(bench, 0);
      }
    },
  }];
}

function changeTrial<T extends Entity>(
  body: JsonObject,
  change: JsonObject,
): LogicTrial<T> {
  return {
    title: "changes nothing that beforeUpdate refuses",
    run: async (start) => {
      const seen: unknown[] = [];
      await using bench = await start({
        beforeUpdate: (_entity, { before, operation }) => {
          seen.push(before.id, operation);
          return "Not today.";
        },
      });
      const made = await create(bench, body);
      const { id } = made;
      const patch = { operation: "patch", id, body: change } as const;
      const { detail } = expectFailure(await bench.ask(patch), 409);
      assert.equal(detail, "Not today.");
      assert.deepEqual(seen, [id, "patch"]);
      assert.deepEqual(
        expectValue(await bench.ask({ operation: "get", id })),
        made,
      );
    },
  };
}

function deletionTrial<T extends Entity>(body: JsonObject): LogicTrial<T> {
  return {
    title: "deletes nothing that beforeDelete refuses",
    run: async (start) => {
      let answer: string | undefined = "Not today.";
      await using bench = await start({ beforeDelete: () => answer });
      const { id } = await create(bench, body);
      const wish = { operation: "delete", id } as const;
      assert.equal(expectFailure(await bench.ask(wish), 409).detail, answer);
      await expectCount(bench, 1);
      answer = undefined;
      expectValue(await bench.ask(wish));
      await expectCount(bench, 0);
    },
  };
}

function afterTrial<T extends Entity>(body: JsonObject): LogicTrial<T> {
  return {
    title: "tells afterCreate what is stored, whatever comes of it",
    run: async (start) => {
      const told = Promise.withResolvers<T>();
      await using bench = await start({
        afterCreate: (entity) => {
          told.resolve(entity);
          throw new Error("out of order");
        },
      });
      const made = await create(bench, body);
      assert.deepEqual(await told.promise, made);
      await expectCount(bench, 1);
    },
  };
}

function afterChange<T extends Entity>(
  body: JsonObject,
  change: JsonObject,
): LogicTrial<T> {
  return {
    title: "tells afterUpdate what is stored and what it was",
    run: async (start) => {
      const told = Promise.withResolvers<readonly [T, T]>();
      await using bench = await start({
        afterUpdate: (entity, { before }) => told.resolve([entity, before]),
      });
      const made = await create(bench, body);
      const { id } = made;
      const changed = await bench.ask({ operation: "patch", id, body: change });
      assert.deepEqual(await told.promise, [expectValue(changed), made]);
    },
  };
}

function afterDeletion<T extends Entity>(body: JsonObject): LogicTrial<T> {
  return {
    title: "tells afterDelete what is gone",
    run: async (start) => {
      const told = Promise.withResolvers<T>();
      await using bench = await start({ afterDelete: told.resolve });
      const made = await create(bench, body);
      expectValue(await bench.ask({ operation: "delete", id: made.id }));
      assert.deepEqual(await told.promise, made);
    },
  };
}

/** Makes an entity in a state. */
async function prepare<T extends Entity>(
  bench: LogicBench<T>,
  { body, from }: { readonly body: JsonObject; readonly from: JsonObject },
): Promise<T> {
  const made = await create(bench, body);
  await bench.put({ ...made, ...from });
  return made;
}

async function create<T extends Entity>(
  { ask }: LogicBench<T>,
  body: JsonObject,
): Promise<T> {
  // A creation is answered with the entity.
  return expectValue(await ask({ operation: "create", body })) as T;
}

async function expectCount<T extends Entity>(
  { ask }: LogicBench<T>,
  count: number,
): Promise<void> {
  const query = { limit: 10, sort: [], filters: [] };
  const page = expectValue(await ask({ operation: "list", query }));
  assert.ok(page && "items" in page);
  assert.equal(page.items.length, count);
}

/** The failure has travelled from the controller, wrapped on the way. */
function hasLogicFailed(error: unknown): boolean {
  return error instanceof Error &&
    (error.name === "LogicFailed" || hasLogicFailed(error.cause));
}
