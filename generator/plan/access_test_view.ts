/**
 * What the tests that try to break access rules check.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type {
  AccessModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { AccessTestView, AuthTestView } from "../../templates/views.ts";
import {
  type Actor,
  actorsOf,
  answerTo,
  answerUnseen,
  isMasked,
  operationsOf,
} from "./access_actors.ts";
import {
  hiddenTargets,
  hidesReferences,
  makerRole,
  registeredEntity,
  userOf,
} from "./access_view.ts";
import { badBodies } from "./contract_view.ts";
import { specConstant } from "./entity_view.ts";
import { takenBodies } from "./limit_tests.ts";
import {
  otherState,
  refersToUnseen,
  visibleMembers,
} from "./state_rules_view.ts";
import { gatewayOf } from "./main_view.ts";
import {
  bodyCall,
  bodyName,
  bodyPromise,
  controllerHandler,
  controllerOf,
  makeName,
} from "./sample_views.ts";
import { openedEntity, tenantOf } from "./tenant_view.ts";
import { aggregatesConstant, hasAggregates } from "./aggregate_view.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Describes the access tests of an entity. */
export function accessTestView(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): AccessTestView {
  const user = userOf(system);
  const isUser = entity === user;
  const body = bodyCall(entity, name("test.system"));
  const make = entity === tenantOf(system)
    ? safe<"ts">`await home(test.system)`
    : isUser
    ? safe<"ts">`await ${makeName(user)}(test.system)`
    : access.assignsOwner
    ? safe<"ts">`await ${makeName(entity)}(test.system, { ${
      name(access.owner ?? "")
    }: owner.id })`
    : safe<"ts">`await ${makeName(entity)}(test.system)`;
  return {
    labelPlural: comment(entity.plural.words),
    one: comment(withArticle(entity.name.words)),
    constant: specConstant(entity),
    file: name(entity.name.snake),
    imports: joined(
      [
        ...new Set([
          bodyName(entity),
          entity === tenantOf(system) ? name("home") : makeName(entity),
          makeName(user),
        ]),
      ]
        .toSorted(),
      safe`, `,
    ),
    isUser,
    makeName: makeName(entity),
    makeUser: makeName(user),
    make,
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    body,
    bodyPromise: bodyPromise(entity, name("test.system")),
    trials: actorsOf(system).map((actor) => ({
      title: tsLiteral(
        `what ${actor.title} may do with ${entity.plural.words}`,
      ),
      actor: actorExpression(actor, isUser, system),
      steps: operationsOf(entity).flatMap((operation) =>
        stepOf(operation, actor, entity, access, system)
      ),
    })),
    ...(hasAggregates(entity)
      ? { aggregates: aggregatesConstant(entity) }
      : {}),
    ...unseen(entity, access, system),
    ...theft(entity, access, system),
    ...promotion(access, isUser, system),
    ...bypass(entity, access, system),
    ...hiddenReference(entity, access, system),
  };
}

/** Describes the tests of registration, login and tokens. */
export function authTestView(system: SystemModel): AuthTestView {
  const user = userOf(system);
  const tenant = tenantOf(system);
  return {
    trials: !system.api,
    gateway: name(camelCase(gatewayOf(system).name)),
    bodyPromise: registrationBody(system),
    bodyNames: joined(
      [bodyName(user), ...(tenant ? [bodyName(tenant)] : [])].toSorted(),
      safe`, `,
    ),
    tenants: tenant !== undefined,
    path: tsLiteral(user.path),
    signIn: tsLiteral(system.users?.signIn ?? ""),
    issuer: tsLiteral(system.name.snake),
    open: system.users?.open ?? false,
    limits: registrationLimits(registeredEntity(user)),
  };
}

/** Lists what a registration just takes, and what lies beyond. */
function registrationLimits(user: EntityModel): AuthTestView["limits"] {
  return [
    ...takenBodies(user).map(({ title, change }) => ({
      title,
      change,
      status: 201,
    })),
    ...badBodies(user).map(({ title, field, value }) => ({
      title,
      change: safe<"ts">`{ ${field}: ${value} }`,
      status: 422,
    })),
  ];
}

/** Renders the body of a registration without a password, or a promise of it. */
function registrationBody(system: SystemModel): Ts {
  const test = name("test.system");
  const user = bodyPromise(registeredEntity(userOf(system)), test);
  const tenant = tenantOf(system);
  if (!tenant) return user;
  const relation = name(system.users?.tenant?.relation ?? "");
  const own = bodyCall(registeredEntity(userOf(system)), test);
  const opened = bodyCall(openedEntity(tenant), test);
  const body = safe<"ts">`({ ...${own}, ${relation}: ${opened} })`;
  return `${own}${opened}`.includes("await ")
    ? safe<"ts">`(async () => ${body})()`
    : body;
}

/** Renders who tries: a function that gives the id of whoever it is. */
export function actorExpression(
  { kind, role }: Actor,
  isUser: boolean,
  system: SystemModel,
): Ts {
  if (kind === "anonymous") return safe`() => Promise.resolve(undefined)`;
  if (kind === "owner") {
    return isUser
      ? safe`(_test, made) => Promise.resolve(made.id)`
      : safe`(_test, _made, ownerId) => Promise.resolve(ownerId)`;
  }
  const overrides = role === undefined || role === system.users?.roles[0]
    ? safe<"ts">``
    : safe<"ts">`, ${tsObject({ role: tsLiteral(role) })}`;
  return safe`async (test) => (await ${
    makeName(userOf(system))
  }(test.system${overrides})).id`;
}

function stepOf(
  operation: string,
  actor: Actor,
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Ts[] {
  const answer = answerTo(operation, actor, access, entity === userOf(system));
  if (isMasked(operation, answer, entity, system)) return [];
  return [tsObject({
    operation: tsLiteral(operation),
    answer: tsLiteral(answer),
  })];
}

/** Everything that everybody tries with one that is there only for some. */
function unseen(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Pick<AccessTestView, "unseen"> {
  const { visible } = access;
  if (visible === undefined) return {};
  const state = Object.entries(visible.when).flatMap(([key, values]) => {
    const field = entity.fields.find(({ name }) => name === key);
    const other = field && otherState(field, values);
    return other === undefined ? [] : [[key, tsLiteral(other)] as const];
  }).slice(0, 1);
  if (state.length === 0) return {};
  const trials = actorsOf(system).map((actor) => ({
    title: tsLiteral(
      `what ${actor.title} may do with ${entity.plural.words} that not everybody sees`,
    ),
    actor: actorExpression(actor, false, system),
    steps: operationsOf(entity).filter((one) => one !== "create")
      .flatMap((operation) => {
        const answer = answerUnseen(operation, actor, access);
        return isMasked(operation, answer, entity, system) ? [] : [tsObject({
          operation: tsLiteral(operation),
          answer: tsLiteral(answer),
        })];
      }),
  }));
  const make = access.assignsOwner
    ? safe<"ts">`await ${makeName(entity)}(test.system, { ${
      name(access.owner ?? "")
    }: owner.id, ...state })`
    : safe<"ts">`await ${makeName(entity)}(test.system, state)`;
  return {
    unseen: {
      state: tsObject(Object.fromEntries(state)),
      seen: tsObject(visibleMembers(entity)),
      make,
      trials,
    },
  };
}

function theft(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Pick<AccessTestView, "owner" | "creator" | "changer"> {
  const { owner, assignsOwner } = access;
  if (owner === undefined || !assignsOwner) return {};
  const user = makeName(userOf(system));
  const makes = (role: string | undefined) =>
    role === undefined
      ? safe<"ts">`${user}(test.system)`
      : safe<"ts">`${user}(test.system, ${
        tsObject({ role: tsLiteral(role) })
      })`;
  const creates = entity.operations.includes("create") &&
    (access.rules["create"] ?? []).length > 0 &&
    !hidesReferences(entity, system) && !refersToUnseen(entity, system);
  const patch = entity.operations.includes("patch")
    ? access.rules["patch"] ?? []
    : [];
  const anybody = patch.some((word) =>
    ["everyone", "users", "owner"].includes(word)
  );
  const changer = anybody ? makes(undefined) : patch[0] && makes(patch[0]);
  if (!creates && !changer) return {};
  return {
    owner: name(owner),
    ...(creates ? { creator: makes(makerRole(entity)) } : {}),
    ...(changer ? { changer } : {}),
  };
}

/** A reference that the sample body makes and another user than its maker may not. */
function hiddenReference(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Pick<AccessTestView, "hidden"> {
  const [target] = hiddenTargets(entity, system);
  const relation = entity.relations.find(({ field }) =>
    field === target?.field
  );
  const creates = entity.operations.includes("create") &&
    (access.rules["create"] ?? []).some((word) =>
      word === "users" || word === "everyone"
    );
  return target && relation?.required && creates
    ? {
      hidden: {
        field: name(target.field),
        sender: safe`${makeName(userOf(system))}(test.system)`,
      },
    }
    : {};
}

/** What an owner may write but not do: a value that an action sets which is for others. */
function bypass(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Pick<AccessTestView, "bypass"> {
  const [role] = system.users?.roles ?? [];
  const owner: Actor = {
    title: "",
    kind: "owner",
    ...(role === undefined ? {} : { role }),
  };
  const may = (operation: string) =>
    answerTo(operation, owner, access, entity === userOf(system)) === "allowed";
  if (!entity.operations.includes("patch") || !may("patch")) return {};
  const open = entity.actions.filter(({ name }) => may(name.kebab));
  for (const { name: action, set } of entity.actions) {
    if (may(action.kebab)) continue;
    for (const [field, value] of Object.entries(set)) {
      const model = entity.fields.find((one) => one.name === field);
      const isOpen = open.some((other) => other.set[field] === value);
      if (
        !model || isOpen || value === "$now" || model.default === value ||
        model.immutable || model.readOnly
      ) continue;
      if (value === null || model.required) continue;
      return {
        bypass: {
          action: comment(action.kebab),
          body: tsObject({ [field]: tsLiteral(value) }),
          creates: entity.operations.includes("create") && may("create"),
        },
      };
    }
  }
  return {};
}

/** Only where users may change themselves is there something to try. */
function promotion(
  access: AccessModel,
  isUser: boolean,
  { users }: SystemModel,
): Pick<AccessTestView, "role" | "roleKeeper" | "roleOther"> {
  const patch = access.rules["patch"] ?? [];
  const [lowest, ...others] = users?.roles ?? [];
  const role = others.at(-1);
  const canChange = patch.includes("owner") || patch.includes("users") ||
    lowest !== undefined && patch.includes(lowest);
  if (!isUser || role === undefined || !canChange) return {};
  const keeper = others.find((one) => patch.includes(one));
  return {
    role: tsLiteral(role),
    ...(keeper === undefined ? {} : {
      roleKeeper: tsLiteral(keeper),
      roleOther: tsLiteral(users?.roles.find((one) => one !== keeper)),
    }),
  };
}
