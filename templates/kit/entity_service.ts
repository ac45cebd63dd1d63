/**
 * What every controller does: rules, ids, times, defaults and actions between the requests and the store.
 *
 * @module
 */
import { type Clock, timestamp } from "./clock.ts";
import {
  actedEntity,
  type EntityAction,
  type EntityChange,
  explainBypass,
  explainPart,
  explainRefusal,
  isInEffect,
  spelledAction,
} from "./entity_action.ts";
import {
  isTaken,
  MAX_ATTEMPTS,
  MAX_MADE,
  overtaken,
  replyOf,
  requiredOf,
} from "./entity_attempt.ts";
import {
  createdEntity,
  type Defaults,
  patchedEntity,
  replacedEntity,
  resolve,
} from "./entity_body.ts";
import type {
  EntityReply,
  EntityRequest,
  Grant,
  JsonObject,
} from "./entity_request.ts";
import { EntityChanger, type Target } from "./entity_changer.ts";
import { keyValue } from "./entity_key.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import {
  type EntityServiceOptions,
  type GrantKeeper,
  isHeld,
  type MadeFields,
  NO_GRANTS,
} from "./entity_service_options.ts";
import type { FieldFilter } from "./list_query.ts";
import { unmetCondition } from "./precondition.ts";
import {
  conflict,
  failed,
  type FieldError,
  invalid,
  notFound,
  ok,
  type Outcome,
} from "./problem.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { refusalOf } from "./store_refusal.ts";
import { isUuid, uuid7Source } from "./uuid7.ts";

/**
 * Answers the requests about entities of one kind.
 *
 * Expected failures are problems in the reply; what the store throws is thrown on.
 */
export class EntityService<T extends Entity> {
  readonly #options: EntityServiceOptions<T>;
  readonly #spec: EntitySpec;
  readonly #store: (command: StoreCommand<T>) => Promise<StoreResult<T>>;
  readonly #defaults: Defaults;
  readonly #made: MadeFields<T> | undefined;
  readonly #check: (entity: T) => readonly FieldError[];
  readonly #compute: (entity: T) => Outcome<T>;
  readonly #actions: Readonly<Record<string, EntityAction>>;
  readonly #grants: GrantKeeper;
  readonly #clock: Clock;
  readonly #nextId: (milliseconds: number) => string;
  readonly #changer: EntityChanger<T>;

  /** Makes the service of one entity. */
  constructor(options: EntityServiceOptions<T>) {
    this.#options = options;
    this.#spec = options.spec;
    this.#store = options.store;
    this.#defaults = options.defaults ?? {};
    this.#made = options.made;
    this.#check = options.check ?? (() => []);
    this.#compute = options.compute ?? ok;
    this.#actions = Object.fromEntries(
      Object.entries(options.actions ?? {})
        .map(([name, action]) => [name, spelledAction(this.#spec, action)]),
    );
    this.#grants = options.grants ?? NO_GRANTS;
    this.#clock = options.clock ?? Date.now;
    this.#nextId = options.nextId ?? uuid7Source();
    this.#changer = new EntityChanger(options);
  }

  /** Answers one request. */
  handle(request: EntityRequest): Promise<EntityReply<T>> {
    const { key } = this.#spec;
    if (key === undefined || !("id" in request) || isUuid(request.id)) {
      return this.#handle(request);
    }
    const value = keyValue(this.#spec, request.id);
    return value === undefined
      ? Promise.resolve(failed(notFound(this.#spec.label)))
      : this.#handleByKey(request, { field: key, value });
  }

  async #handleByKey(
    request: Extract<EntityRequest, { id: string }>,
    filter: FieldFilter,
  ): Promise<EntityReply<T>> {
    const query = { limit: 1, sort: [], filters: [filter] };
    const found = await this.#store({ kind: "list", query });
    const [entity] = found.kind === "page" ? found.page.items : [];
    return entity === undefined
      ? failed(notFound(this.#spec.label))
      : await this.#handle({ ...request, id: entity.id });
  }

  #handle(request: EntityRequest): Promise<EntityReply<T>> {
    switch (request.operation) {
      case "list":
        return this.#run({
          kind: "list",
          query: this.#grants.list(request.grant, request.query),
        });
      case "groups":
        return this.#groups(request);
      case "get":
        return this.#get(request);
      case "create":
        return this.#create(request);
      case "replace":
        return this.#replace(request, request.body);
      case "patch":
        return this.#patch(request, request.body);
      case "delete":
        return this.#delete(request);
      case "attach":
        return this.#changer.change(
          { ...request, operation: "patch" },
          (current) =>
            this.#checked(ok({ ...current, [request.field]: request.file })),
        );
      case "action":
        return this.#act(request, request.action);
      case "bulk":
        return this.#bulk(request);
    }
  }

  #groups(
    { operation: kind, grant, ...query }: GroupsWish,
  ): Promise<EntityReply<T>> {
    const list = { limit: 1, sort: [], filters: query.filters };
    const { filters } = this.#grants.list(grant, list);
    return this.#run({ kind, ...query, filters });
  }

  #get({ id, grant }: Target): Promise<EntityReply<T>> {
    const found = this.#run({ kind: "get", id });
    return isHeld(grant) ? found.then((one) => this.#shown(grant, one)) : found;
  }

  #shown(grant: Grant | undefined, found: EntityReply<T>): EntityReply<T> {
    if (!found.ok) return found;
    // A get is answered with the entity.
    const entity = found.value as T;
    const refused = this.#grants.refusal(grant, entity, this.#spec.label);
    return refused === undefined ? found : failed(refused);
  }

  #run(command: StoreCommand<T>): Promise<EntityReply<T>> {
    return this.#store(command).then(this.#reply);
  }

  readonly #reply = (result: StoreResult<T>): EntityReply<T> =>
    replyOf(result, this.#spec);

  async #create(
    { body: wish, grant, once }: CreateWish,
  ): Promise<EntityReply<T>> {
    const owned = this.#grants.created(grant, wish);
    if (!owned.ok) return owned;
    const body = owned.value;
    const milliseconds = this.#clock();
    const now = timestamp(milliseconds);
    const made = createdEntity<T>(this.#spec, this.#defaults, {
      id: this.#nextId(milliseconds),
      now,
      body,
    });
    const { logic } = this.#options;
    const actions = this.#actions;
    const occasion = { now, viewer: grant?.by };
    const before = (field: string) => this.#initial(field, now);
    const created = logic
      ? await logic.creating({ next: made, before, actions, ...occasion })
      : made;
    for (let attempt = 1;; attempt++) {
      const checked = this.#checked(this.#completed(created, attempt));
      if (!checked.ok) return checked;
      const entity = this.#granted(grant, (field) => {
        const missing = this.#defaults[field] ?? null;
        return missing === "$now" ? valueOf(checked.value, field) : missing;
      }, checked);
      if (!entity.ok) return entity;
      const result = await this.#store({
        kind: "insert",
        entity: entity.value,
        ...requiredOf(this.#options.guard, "create", entity.value),
        ...(once ? { once } : {}),
      });
      if (!isTaken(this.#made, result) || attempt === MAX_MADE) {
        if (result.kind === "entity") {
          logic?.created(result.entity, occasion);
        }
        return this.#reply(result);
      }
    }
  }

  #completed(created: Outcome<T>, attempt: number): Outcome<T> {
    return created.ok && this.#made
      ? ok(this.#made.make(created.value, attempt))
      : created;
  }

  #replace(target: Target, wish: JsonObject): Promise<EntityReply<T>> {
    return this.#write(
      target,
      wish,
      (current, body) =>
        replacedEntity(this.#spec, this.#defaults, { current, body }),
    );
  }

  #patch(target: Target, wish: JsonObject): Promise<EntityReply<T>> {
    return this.#write(
      target,
      wish,
      (current, body) => patchedEntity(this.#spec, current, body),
    );
  }

  /** Gives what a field would be had the body of a creation said nothing. */
  #initial(name: string, now: string): unknown {
    const field = this.#spec.fields[name];
    return field && resolve(field, this.#defaults[name] ?? null, now);
  }

  /** Applies a body as far as the grant goes. */
  #write(
    target: Target,
    wish: JsonObject,
    apply: (current: T, body: JsonObject) => Outcome<T>,
  ): Promise<EntityReply<T>> {
    const { grant, operation } = target;
    const { logic } = this.#options;
    const viewer = grant?.by;
    const actions = this.#actions;
    return this.#changer.change(target, (current, now) => {
      const body = this.#grants.changed(grant, current, wish);
      if (!body.ok) return body;
      const next = apply(current, body.value);
      return logic
        ? logic.changing({ current, next, operation, actions, now, viewer })
          .then((next) => this.#admitted(grant, current, next))
        : this.#admitted(grant, current, next);
    });
  }

  /** Lets a change by a body pass that keeps the rules and does nothing that is for others, or for actions. */
  #admitted(
    grant: Grant | undefined,
    current: T,
    changed: Outcome<T>,
  ): Outcome<T> {
    const next = this.#allowed(current, changed);
    const granted = this.#granted(
      grant,
      (field) => valueOf(current, field),
      next,
    );
    if (!granted.ok) return granted;
    const change = { current, next: granted.value };
    const refusal = explainPart(this.#spec, this.#actions, change);
    return refusal === undefined ? granted : failed(conflict(refusal));
  }

  /** Without a condition or a guard, the version does not matter and the entity need not be read. */
  async #delete(target: Target): Promise<EntityReply<T>> {
    const { id, precondition, grant } = target;
    const { label } = this.#spec;
    // Neither an owner nor a tenant ever changes, so there is nothing to miss between the two commands.
    const own = isHeld(grant) ? await this.#get(target) : undefined;
    if (own && !own.ok) return own;
    const now = timestamp(this.#clock());
    const { guard, logic } = this.#options;
    const occasion = { now, viewer: grant?.by };
    if (!precondition && !guard && !logic) {
      return await this.#run({ kind: "delete", id, now });
    }
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const found = await this.#store({ kind: "get", id });
      if (found.kind !== "entity") return failed(refusalOf(found, this.#spec));
      const { version } = found;
      const unmet = unmetCondition(precondition, version, label);
      if (unmet) return { ...failed(unmet), version };
      const refused = guard?.refusal("delete", found.entity) ??
        await logic?.deleting(found.entity, occasion);
      if (refused) return failed(refused);
      const result = await this.#store({
        kind: "delete",
        id,
        now,
        version,
        ...requiredOf(this.#options.guard, "delete", found.entity),
      });
      if (result.kind === "deleted") logic?.deleted(found.entity, occasion);
      if (result.kind !== "stale") return this.#reply(result);
    }
    return overtaken(this.#spec);
  }

  async #act(target: Target, name: string): Promise<EntityReply<T>> {
    const action = Object.hasOwn(this.#actions, name)
      ? this.#actions[name]
      : undefined;
    if (action === undefined) {
      return name === "restore"
        ? await this.#restore(target)
        : failed(notFound("action"));
    }
    const { adjust } = action;
    const acting = { ...target, action: name, ...(adjust ? { adjust } : {}) };
    const { logic } = this.#options;
    const viewer = target.grant?.by;
    const acted = await this.#changer.change(acting, (current, now) => {
      if (isInEffect(this.#spec, action, current)) return ok(current);
      const refusal = explainRefusal(this.#spec, name, action, current);
      if (refusal !== undefined) return failed(conflict(refusal));
      const next = actedEntity(this.#spec, action, { current, now });
      return logic
        ? logic.acting({ action: name, current, next, now, viewer })
          .then((next) => this.#checked(next))
        : this.#checked(ok(next));
    });
    if (acted.ok || acted.problem.status !== 422) return acted;
    // Nothing in the request is wrong, so it is not a 422: the state does not allow it.
    const { errors } = acted.problem;
    return failed(conflict("The result would break a rule.", errors));
  }

  async #restore(target: Target): Promise<EntityReply<T>> {
    return await this.#options.restore?.({
      ...target,
      spec: this.#spec,
      store: this.#store,
      check: this.#check,
      requires: (entity) =>
        requiredOf(this.#options.guard, "restore", entity)
          .requires,
      grants: this.#grants,
      now: timestamp(this.#clock()),
    }) ?? failed(notFound("action"));
  }

  async #bulk(request: BulkWishes): Promise<EntityReply<T>> {
    return await this.#options.bulk?.({
      ...request,
      spec: this.#spec,
      store: this.#store,
      handle: (request, store) =>
        new EntityService({ ...this.#options, store, nextId: this.#nextId })
          .handle(request),
    }) ?? failed(notFound("operation"));
  }

  /** Lets a change pass that keeps the rules and goes round no action's guard. */
  #allowed(current: T, changed: Outcome<T>): Outcome<T> {
    const next = this.#checked(changed);
    if (!next.ok) return next;
    const change = { current, next: next.value };
    const refusal = explainBypass(this.#spec, this.#actions, change);
    return refusal === undefined ? next : failed(conflict(refusal));
  }

  /** Lets pass what does by a body nothing that the grant withholds. */
  #granted(
    grant: Grant | undefined,
    before: EntityChange["before"],
    entity: Outcome<T>,
  ): Outcome<T> {
    if (!entity.ok) return entity;
    const change = { before, next: entity.value, actions: this.#actions };
    const refused = this.#grants.bypass(grant, change);
    return refused === undefined ? entity : failed(refused);
  }

  #checked(entity: Outcome<T>): Outcome<T> {
    if (!entity.ok) return entity;
    const computed = this.#compute(entity.value);
    const errors = computed.ok
      ? this.#check(computed.value)
      : [...computed.problem.errors ?? [], ...this.#check(entity.value)];
    return errors.length === 0 ? computed : failed(invalid(errors));
  }
}

type GroupsWish = EntityRequest & { readonly operation: "groups" };
type BulkWishes = EntityRequest & { readonly operation: "bulk" };
type CreateWish = EntityRequest & { readonly operation: "create" };
