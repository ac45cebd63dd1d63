/**
 * Asks the logic of an entity's own around its writes, and holds its answers to the rules.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import { checkBody } from "./body_schema.ts";
import type { EntityAction } from "./entity_action.ts";
import { sameValue } from "./entity_body.ts";
import type {
  BeforeAnswer,
  EntityLogic,
  Eventually,
  LogicContext,
} from "./entity_logic.ts";
import type { JsonObject } from "./entity_request.ts";
import type {
  LogicAct,
  LogicChange,
  LogicCreation,
  LogicKeeper,
  LogicOccasion,
} from "./entity_service_options.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { frozenCopy } from "./frozen_copy.ts";
import { answerOf, LogicFailed } from "./logic_failure.ts";
import type { LogicTally } from "./logic_tally.ts";
import {
  conflict,
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";

/** What {@link keepLogic} needs. */
export interface LogicOptions<T extends Entity> {
  /** The entity. */
  readonly spec: EntitySpec;
  /** Its logic. */
  readonly logic: EntityLogic<T>;
  /** Hears of hooks that fail once all is done. @default nobody */
  readonly log?: Log;
  /** Counts what fails. @default nobody does */
  readonly tally?: LogicTally;
}

/** Makes what asks the logic of one kind of entity; what it is shown are copies that it cannot change. */
export function keepLogic<T extends Entity>(
  options: LogicOptions<T>,
): LogicKeeper<T> {
  return new Keeper(options);
}

class Keeper<T extends Entity> implements LogicKeeper<T> {
  readonly #spec: EntitySpec;
  readonly #logic: EntityLogic<T>;
  readonly #log: Log;
  readonly #tally: LogicTally | undefined;

  constructor({ spec, logic, log = () => {}, tally }: LogicOptions<T>) {
    this.#spec = spec;
    this.#logic = logic;
    this.#log = log;
    this.#tally = tally;
  }

  async creating(creation: LogicCreation<T>): Promise<Outcome<T>> {
    const { next, now, viewer, actions } = creation;
    if (!next.ok) return next;
    const { beforeCreate } = this.#logic;
    const context = { operation: "create", now, viewer };
    const hooked = beforeCreate
      ? await this.#before("beforeCreate", {
        next: next.value,
        ask: () => beforeCreate(...shown(next.value, context)),
      })
      : next;
    if (!hooked.ok) return hooked;
    const change = { before: creation.before, next: hooked.value };
    const refused = await this.#around(actions, change, context);
    return refused === undefined ? hooked : failed(refused);
  }

  async changing(change: LogicChange<T>): Promise<Outcome<T>> {
    const { current, next, operation, now, viewer, actions } = change;
    const context = { operation, now, viewer };
    if (!next.ok) return next;
    const hooked = await this.#updating(current, next.value, context);
    if (!hooked.ok) return hooked;
    const before = (field: string) => valueOf(current, field);
    const refused = await this.#around(
      actions,
      { before, next: hooked.value },
      context,
    );
    return refused === undefined ? hooked : failed(refused);
  }

  async acting(act: LogicAct<T>): Promise<Outcome<T>> {
    const { action, current, now, viewer } = act;
    const context = { operation: action, now, viewer };
    const refused = await this.#guarded(action, current, context);
    if (refused !== undefined) return failed(refused);
    const applied = await this.#applied(act, context);
    return applied.ok
      ? await this.#updating(current, applied.value, context)
      : applied;
  }

  async deleting(
    entity: T,
    occasion: LogicOccasion,
  ): Promise<Problem | undefined> {
    const { beforeDelete } = this.#logic;
    if (!beforeDelete) return undefined;
    const context = { operation: "delete", ...occasion };
    const answer = await this.#answer(
      "beforeDelete",
      () => beforeDelete(...shown(entity, context)),
    );
    return this.#refusal("beforeDelete", answer);
  }

  created(entity: T, occasion: LogicOccasion): void {
    const { afterCreate } = this.#logic;
    if (!afterCreate) return;
    const context = { operation: "create", ...occasion };
    const given = shown(entity, context);
    this.#after("afterCreate", entity, () => afterCreate(...given));
  }

  changed(
    entity: T,
    before: T,
    operation: string,
    occasion: LogicOccasion,
  ): void {
    const { afterUpdate } = this.#logic;
    if (!afterUpdate) return;
    const context = { operation, ...occasion, before };
    const given = shown(entity, context);
    this.#after("afterUpdate", entity, () => afterUpdate(...given));
  }

  deleted(entity: T, occasion: LogicOccasion): void {
    const { afterDelete } = this.#logic;
    if (!afterDelete) return;
    const context = { operation: "delete", ...occasion };
    const given = shown(entity, context);
    this.#after("afterDelete", entity, () => afterDelete(...given));
  }

  /** Asks the logic of an action what else it changes. */
  async #applied(
    { action, current, next }: LogicAct<T>,
    context: LogicContext,
  ): Promise<Outcome<T>> {
    const { actions = {} } = this.#logic;
    const apply = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (!apply) return ok(next);
    return await this.#before(`action ${action}`, {
      current,
      next,
      ask: () => apply(...shown(next, { ...context, before: current })),
    });
  }

  async #updating(
    current: T,
    next: T,
    context: LogicContext,
  ): Promise<Outcome<T>> {
    const { beforeUpdate } = this.#logic;
    if (!beforeUpdate) return ok(next);
    return await this.#before("beforeUpdate", {
      current,
      next,
      ask: () => beforeUpdate(...shown(next, { ...context, before: current })),
    });
  }

  /** Asks the guards of the actions that a body does; each sees the entity as the rest of the body makes it. */
  async #around(
    actions: Readonly<Record<string, EntityAction>>,
    { before, next }: Pick<LogicCreation<T>, "before"> & { readonly next: T },
    context: LogicContext,
  ): Promise<Problem | undefined> {
    for (const [name, action] of Object.entries(actions)) {
      if (!isDone(action, before, next)) continue;
      const undone = Object.fromEntries(
        Object.keys(action.set).map((field) => [field, before(field)]),
      );
      const entity = { ...next, ...undone };
      const refused = await this.#guarded(name, entity, context);
      if (refused !== undefined) return refused;
    }
  }

  async #guarded(
    action: string,
    entity: T,
    context: LogicContext,
  ): Promise<Problem | undefined> {
    const { guards = {} } = this.#logic;
    const guard = Object.hasOwn(guards, action) ? guards[action] : undefined;
    if (!guard) return undefined;
    const name = `guard of ${action}`;
    const answer = await this.#answer(
      name,
      () => guard(...shown(entity, context)),
    );
    return this.#refusal(name, answer);
  }

  async #before(
    logic: string,
    { current, next, ask }: {
      readonly current?: T;
      readonly next: T;
      readonly ask: () => Eventually<BeforeAnswer<Partial<T>>>;
    },
  ): Promise<Outcome<T>> {
    const answer: unknown = await this.#answer(logic, ask);
    if (isErrors(answer)) {
      return answer.length === 0 ? ok(next) : failed(invalid(answer));
    }
    if (!isObject(answer)) {
      const refused = this.#refusal(logic, answer);
      return refused === undefined ? ok(next) : failed(refused);
    }
    const { settable = [], schema } = this.#logic;
    for (const field of Object.keys(answer)) {
      const isFixed = current && this.#spec.fields[field]?.immutable &&
        !sameValue(answer[field], valueOf(current, field));
      if (settable.includes(field) && !isFixed) continue;
      throw this.#wrong(logic, `found a change of "${field}"`);
    }
    const checked = schema ? checkBody(schema, answer) : ok(answer);
    return checked.ok ? ok({ ...next, ...checked.value }) : checked;
  }

  #refusal(logic: string, answer: unknown): Problem | undefined {
    if (answer === undefined) return undefined;
    if (typeof answer === "string") return conflict(answer);
    throw this.#wrong(logic, `found the answer ${JSON.stringify(answer)}`);
  }

  async #answer<A>(logic: string, ask: () => Eventually<A>): Promise<A> {
    try {
      return await answerOf(`${logic} of ${this.#spec.name}`, ask);
    } catch (error) {
      this.#tally?.add(this.#spec.name, logic);
      throw error;
    }
  }

  #wrong(logic: string, why: string): LogicFailed {
    this.#tally?.add(this.#spec.name, logic);
    return new LogicFailed(`${logic} of ${this.#spec.name}`, why);
  }

  /** What is stored stays stored, so a failure has nobody to go to but the log. */
  #after(hook: string, { id }: T, ask: () => Eventually<void>): void {
    this.#answer(hook, ask).catch((error: unknown) =>
      this.#log({
        level: "error",
        event: "hook_failed",
        entity: this.#spec.name,
        hook,
        id,
        error,
      })
    );
  }
}

/** Tells whether a body makes of an entity what an action would; where an action sets but times, any other one counts. */
function isDone(
  { set }: EntityAction,
  before: (field: string) => unknown,
  next: Entity,
): boolean {
  const values = Object.entries(set).filter(([, value]) => value !== "$now");
  if (values.length > 0) {
    return values.every(([field, value]) => valueOf(next, field) === value) &&
      !values.every(([field, value]) => before(field) === value);
  }
  return Object.keys(set).some((field) =>
    valueOf(next, field) !== null &&
    !sameValue(valueOf(next, field), before(field))
  );
}

/** What logic may change it says in its answer, which is held to the rules: what it is given it cannot change. */
function shown<T, C extends LogicContext>(
  entity: T,
  context: C,
): readonly [T, C] {
  return [frozenCopy(entity), frozenCopy(context)];
}

function isErrors(answer: unknown): answer is readonly FieldError[] {
  return Array.isArray(answer);
}

function isObject(answer: unknown): answer is JsonObject {
  return typeof answer === "object" && answer !== null;
}
