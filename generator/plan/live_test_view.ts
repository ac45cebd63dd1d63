/**
 * What the generated tests of live updates need: everybody listens, and hears what the rule of the list lets them.
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
import type { LiveTestView } from "../../templates/views.ts";
import { actorsOf, answerTo, answerUnseen } from "./access_actors.ts";
import { actorExpression } from "./access_test_view.ts";
import { userOf } from "./access_view.ts";
import { specConstant } from "./entity_view.ts";
import { gatewayOf } from "./main_view.ts";
import { controllerHandler, controllerOf, makeName } from "./sample_views.ts";
import { otherState, visibleMembers } from "./state_rules_view.ts";
import { tenantOf } from "./tenant_view.ts";

type Ts = Safe<"ts">;
type Trial = NonNullable<LiveTestView["users"]>["trials"][number];

/** Describes the test of one entity. */
export function liveTestView(
  entity: EntityModel,
  system: SystemModel,
): LiveTestView {
  const { access } = entity;
  const users = access && system.users ? userOf(system) : undefined;
  const imports = [
    entity === tenantOf(system) ? name("home") : makeName(entity),
    ...(users && users !== entity ? [makeName(users)] : []),
    ...(access?.tenant !== undefined && tenantOf(system)
      ? [makeName(tenantOf(system)!)]
      : []),
  ];
  return {
    labelPlural: comment(entity.plural.words),
    constant: specConstant(entity),
    file: name(entity.name.snake),
    nameLiteral: tsLiteral(entity.name.snake),
    imports: joined([...new Set(imports)].toSorted(), safe`, `),
    make: makeExpression(entity, access, system),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    gateway: name(camelCase(gatewayOf(system).name)),
    ...(users && access
      ? {
        users: {
          makeUser: makeName(users),
          trials: trialsOf(entity, access, system),
        },
      }
      : {}),
  };
}

function makeExpression(
  entity: EntityModel,
  access: AccessModel | undefined,
  system: SystemModel,
): Ts {
  if (entity === tenantOf(system)) return safe`await home(test.system)`;
  const make = makeName(entity);
  if (system.users === undefined) return safe`await ${make}(test.system)`;
  const members = visibleMembers(entity);
  const state: Ts = Object.keys(members).length === 0
    ? safe<"ts">`...state`
    : safe<"ts">`...${tsObject(members)}, ...state`;
  return access?.assignsOwner
    ? safe<"ts">`await ${make}(test.system, { ${
      name(access.owner ?? "")
    }: owner.id, ${state} })`
    : safe<"ts">`await ${make}(test.system, { ${state} })`;
}

/** Of users, who are their own owners, the one who listens is another than those that are made later. */
function trialsOf(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Trial[] {
  const isUser = entity === userOf(system);
  const { words } = entity.plural;
  const actors = actorsOf(system)
    .filter(({ kind }) => !isUser || kind !== "owner");
  const seen = actors.map((actor): Trial => ({
    title: tsLiteral(`what ${actor.title} is told of ${words}`),
    actor: actorExpression(actor, isUser, system),
    answer: tsLiteral(answerTo("list", actor, access, isUser)),
  }));
  const state = unseenState(entity, access);
  const unseen = state === undefined ? [] : actors.map((actor): Trial => ({
    title: tsLiteral(
      `what ${actor.title} is told of ${words} that not everybody sees`,
    ),
    actor: actorExpression(actor, isUser, system),
    answer: tsLiteral(answerUnseen("list", actor, access)),
    state,
  }));
  return [...seen, ...unseen, ...strangerTrials(entity, access, system)];
}

/** Members by which one is not there for everybody; undefined where no example is. */
function unseenState(
  { fields }: EntityModel,
  { visible }: AccessModel,
): Ts | undefined {
  for (const [key, values] of Object.entries(visible?.when ?? {})) {
    const field = fields.find(({ name }) => name === key);
    const other = field && otherState(field, values);
    if (other !== undefined) return tsObject({ [key]: tsLiteral(other) });
  }
  return undefined;
}

/** Whoever belongs to another tenant hears nothing, whatever else they may. */
function strangerTrials(
  entity: EntityModel,
  access: AccessModel,
  system: SystemModel,
): Trial[] {
  const tenant = tenantOf(system);
  const { tenant: of } = system.users ?? {};
  if (access.tenant === undefined || !tenant || !of) return [];
  return actorsOf(system).filter(({ kind }) => kind === "other").map(
    (actor): Trial => {
      const answer = answerTo("list", actor, access, false);
      const role = actor.role === undefined
        ? safe<"ts">``
        : safe<"ts">`, role: ${tsLiteral(actor.role)}`;
      return {
        title: tsLiteral(
          `what ${actor.title} of another tenant is told of ${entity.plural.words}`,
        ),
        actor: safe`async (test) => (await ${
          makeName(userOf(system))
        }(test.system, { ${name(of.field)}: (await ${
          makeName(tenant)
        }(test.system)).id${role} })).id`,
        answer: tsLiteral(typeof answer === "number" ? answer : "own"),
      };
    },
  );
}
