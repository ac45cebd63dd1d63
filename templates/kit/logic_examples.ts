/**
 * Trials of logic by the examples of a blueprint: logic is asked as it is when the system runs, and what an example leaves
 * open (when, who asks, which ids) may be anything.
 *
 * @module
 */
import assert from "node:assert/strict";
import type {
  ChangeContext,
  LogicContext,
  LogicViewer,
} from "./entity_logic.ts";
import { type Literal, resolve, spelled } from "./entity_body.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { expectValue } from "./expect_outcome.ts";
import { frozenCopy } from "./frozen_copy.ts";
import type { Outcome } from "./problem.ts";
import { uuid7 } from "./uuid7.ts";

/** What the examples of an entity have in common. */
export interface ExampleGround<T extends Entity> {
  /** The entity. */
  readonly spec: EntitySpec;
  /** One with a value in every field. */
  readonly sample: T;
  /** The fields with ids of others. @default none */
  readonly links?: readonly string[];
  /** What users are, in a system with users. @default there are none */
  readonly users?: {
    /** The role that they begin with. @default there are no roles */
    readonly role?: string;
    /** The field with the id of the tenant. @default there are no tenants */
    readonly tenant?: string;
  };
}

/** What an example says. */
export interface LogicCase<T extends Entity> {
  /** Some fields. */
  readonly given: Partial<T>;
  /** When: RFC 3339, UTC, milliseconds. @default it does not matter */
  readonly now?: string;
}

/** What an example says of a refusal. */
export interface RefusalCase<T extends Entity> extends LogicCase<T> {
  /** The state in which the action may be done. @default that of the sample */
  readonly from?: Partial<T>;
  /** What the action sets before its logic is asked; `$now` stands for the current time. @default nothing */
  readonly set?: Readonly<Record<string, Literal>>;
  /** What may be under way when the logic is asked. */
  readonly operations: readonly string[];
  /** Whether it refuses. */
  readonly refuses: boolean;
}

/** What an example says of a field. */
export interface ComputedCase<T extends Entity> extends LogicCase<T> {
  /** The field. */
  readonly field: string;
  /** What it becomes. */
  readonly gives: unknown;
}

/** Expects a guard or a hook without a state before to refuse what an example says, or to let it pass. */
export async function expectRefusal<T extends Entity>(
  ground: ExampleGround<T>,
  ask: ((entity: T, context: LogicContext) => unknown) | undefined,
  example: RefusalCase<T>,
): Promise<void> {
  await tryOccasions(
    ground,
    example,
    ({ entity, context }) => ask?.(entity, context),
  );
}

/** Expects the logic of an action, or a hook of a change, to refuse what an example says, or to let it pass. */
export async function expectChangeRefusal<T extends Entity>(
  ground: ExampleGround<T>,
  ask: ((entity: T, context: ChangeContext<T>) => unknown) | undefined,
  example: RefusalCase<T>,
): Promise<void> {
  await tryOccasions(
    ground,
    example,
    ({ entity, before, context }) =>
      ask?.(entity, Object.freeze({ ...context, before })),
  );
}

/** Expects a field to become what an example says. */
export function expectComputed<T extends Entity>(
  ground: ExampleGround<T>,
  compute: (entity: T) => Outcome<T>,
  example: ComputedCase<T>,
): void {
  const { field, gives } = example;
  const occasions = occasionsOf(ground, { ...example, operations: ["create"] });
  for (const { entity } of occasions) {
    const found = Object.entries(expectValue(compute(entity)))
      .find(([name]) => name === field)?.[1];
    const told = `made at ${entity.createdAt} it becomes ${spell(found)}`;
    assert.deepEqual(found, gives, `${told}, wanted ${spell(gives)}`);
  }
}

/** Tells whether an answer of a guard, an action or a hook refuses: by a sentence, or by what is wrong with which field. */
export function isRefusal(answer: unknown): boolean {
  return typeof answer === "string" ||
    Array.isArray(answer) && answer.length > 0;
}

interface Occasion<T> {
  readonly entity: T;
  /** What it was before the change. */
  readonly before: T;
  readonly context: LogicContext;
}

async function tryOccasions<T extends Entity>(
  ground: ExampleGround<T>,
  example: RefusalCase<T>,
  ask: (occasion: Occasion<T>) => unknown,
): Promise<void> {
  for (const occasion of occasionsOf(ground, example)) {
    const { operation, now, viewer } = occasion.context;
    const answer = await ask(occasion);
    const who = viewer ? "somebody signed in" : "nobody signed in";
    assert.equal(
      isRefusal(answer),
      example.refuses,
      `at "${operation}" by ${who} at ${now} the answer is ${spell(answer)}`,
    );
  }
}

/** Lists occasions on which the example must hold. */
function occasionsOf<T extends Entity>(
  ground: ExampleGround<T>,
  example: Omit<RefusalCase<T>, "refuses">,
): readonly Occasion<T>[] {
  const { users } = ground;
  const { now, operations } = example;
  const present = Date.now();
  const times = now === undefined
    ? STEPS.map((step) => present + step * STEP_MS)
    : [Date.parse(now)];
  return times.flatMap((time) =>
    operations.flatMap((operation) => {
      // One that is changed was made a while ago.
      const made = operation === "create" ? time : time - 1000 - time % 9973;
      const [before, entity] = changeOf(ground, example, { time, made });
      const someone = users && viewerOf(users, entity, made);
      return [undefined, ...someone ? [someone] : []].map((viewer) =>
        frozenCopy({
          entity,
          before,
          context: { operation, now: timeOf(time), viewer },
        })
      );
    })
  );
}

/** What an entity was, and what it is when logic is asked of it: an action has set its part by then. */
function changeOf<T extends Entity>(
  ground: ExampleGround<T>,
  { from, given, set }: Omit<RefusalCase<T>, "refuses">,
  { time, made }: { readonly time: number; readonly made: number },
): readonly [before: T, entity: T] {
  const { fields } = ground.spec;
  const stored = Object.entries(given).map(([name, value]) => {
    const field = fields[name];
    return [name, field ? spelled(field, value) : value];
  });
  const before = { ...identified(ground, made), ...from };
  const entity = { ...before, ...Object.fromEntries(stored) };
  if (set === undefined) return [before, entity];
  const acted = Object.entries(set).map(([name, value]) => {
    const field = fields[name];
    return [name, field ? resolve(field, value, timeOf(time)) : value];
  });
  return [entity, { ...entity, ...Object.fromEntries(acted) }];
}

/** The sample with ids and times as if it had been made then. */
function identified<T extends Entity>(
  { sample, links = [] }: ExampleGround<T>,
  made: number,
): T {
  const empty = Object.entries(sample)
    .flatMap(([field, value]) => value === null ? [field] : []);
  const ids = links.filter((field) => !empty.includes(field))
    .map((field) => [field, uuid7(made)]);
  const times = { createdAt: timeOf(made), updatedAt: timeOf(made) };
  return { ...sample, ...Object.fromEntries(ids), id: uuid7(made), ...times };
}

function viewerOf(
  { role, tenant }: NonNullable<ExampleGround<Entity>["users"]>,
  entity: Entity,
  made: number,
): LogicViewer {
  const of = Object.entries(entity).find(([field]) => field === tenant)?.[1];
  return {
    id: uuid7(made),
    ...(role === undefined ? {} : { role }),
    ...(typeof of === "string" ? { tenant: of } : {}),
  };
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function spell(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** From the present on and back: all days of the week, all parts of the day, and several years. */
const STEPS = [0, ...Array.from({ length: 7 }, (_, at) => [-at - 1, at + 1])]
  .flat();
const STEP_MS = (400 * 24 + 7) * 3_600_000;
