/**
 * What the unit tests of components check.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type {
  ComponentModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ControllerTestView,
  GatewayTestView,
  StoreTestView,
} from "../../templates/views.ts";
import { stateBefore } from "./action_state.ts";
import { hasCaches } from "./cache_views.ts";
import {
  computedCases,
  type FieldValues,
  operandsOf,
} from "./computed_samples.ts";
import { isComputed } from "./computed_view.ts";
import { keepsFiles } from "./file_view.ts";
import { findEntity, portMethods } from "./component_views.ts";
import { outOfRange } from "./bad_values.ts";
import { effectOf } from "./contract_actions.ts";
import { entityCall, hasRoute, type Route, ROUTES } from "./entity_call.ts";
import {
  namesOf,
  specConstant,
  testVariable,
  typeNameOf,
} from "./entity_view.ts";
import { foundBy } from "./found_view.ts";
import { isLivePort } from "./live_views.ts";
import { madeSlugs } from "./slug_tests.ts";
import { otherValue } from "./other_values.ts";
import { handlerName, isSampled, senderName } from "./sample_views.ts";
import { sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Describes the unit tests of a controller. */
export function controllerTestView(
  component: ComponentModel,
  entity: EntityModel,
  system: SystemModel,
): ControllerTestView {
  const refers = entity.fields.some((field) => field.relation);
  const constant = specConstant(entity);
  const body = entity.fields.filter((field) =>
    !field.readOnly && (field.required || field.default === undefined)
  );
  return {
    className: name(component.className),
    file: name(component.name),
    entity: names(entity),
    variable: testVariable(entity),
    body: literalBody(body),
    tableSpec: refers ? safe`standalone(${constant})` : constant,
    refers,
    storePort: firstPort(component, "out"),
    requestPort: firstPort(component, "in"),
    requestPorts: portNames(component, "in"),
    defaults: entity.fields.filter((field) =>
      field.default !== undefined && field.default !== "$now" && !field.required
    )
      .map((field) => ({
        name: name(field.name),
        value: tsLiteral(field.default),
      })),
    brokenBodies: entity.fields.filter(isSentFreely).flatMap((field) =>
      outOfRange(field).filter(([title]) => CONTROLLER_RULES.includes(title))
        .map(([title, value]) => ({
          title: comment(`${field.name} ${title}`),
          field: name(field.name),
          value,
        }))
    ).slice(0, 1),
    slugs: madeSlugs(entity, system),
    notNull: entity.fields.filter(mustBeGiven)
      .map((field) => tsLiteral(field.name)),
    computed: computedCases(entity, entity.fields.some(isComputed) ? 1 : 0)
      .map((values) => ({
        given: onlyOf(values, operandsOf(entity)),
        expected: onlyOf(values, entity.fields.filter(isComputed)),
      })),
    actions: entity.actions.flatMap((action) => {
      const before = stateBefore(action, entity);
      if (needsActions(entity, before)) return []; // The contract tests show it.
      return [{
        name: name(action.name.kebab),
        before: before === undefined ? safe`` : safe`, ...${before}`,
        effect: effectOf(action),
      }];
    }),
  };
}

/** Tells whether clients say what is in a field. */
function isSentFreely(field: FieldModel): boolean {
  return !field.readOnly && !isComputed(field);
}

/** Tells whether the controller itself refuses null in a field. */
function mustBeGiven(field: FieldModel): boolean {
  return !field.nullable && !field.readOnly && !isComputed(field) &&
    field.type !== "slug" && field.type !== "serial" && !field.assigned;
}

/** Tells whether no body leads to a state. */
function needsActions(
  { fields }: EntityModel,
  before: Ts | undefined,
): boolean {
  return fields.some(({ readOnly, name }) =>
    readOnly && before !== undefined && before.includes(`${name}:`)
  );
}

function onlyOf(values: FieldValues, fields: readonly FieldModel[]): Ts {
  const some = fields.filter(({ readOnly, computation }) =>
    !readOnly || computation
  );
  return tsLiteral(
    Object.fromEntries(some.map(({ name }) => [name, values[name] ?? null])),
  );
}

/** Describes the unit tests of a store. */
export function storeTestView(
  component: ComponentModel,
  entity: EntityModel,
  system: SystemModel,
): StoreTestView {
  const inMemory = system.engine === "memory";
  const time = "2030-01-01T00:00:00.000Z";
  const sample: Record<string, Ts> = {
    id: tsLiteral("01890a5d-ac96-774b-bcce-b302099a8057"),
    createdAt: tsLiteral(time),
    updatedAt: tsLiteral(time),
  };
  for (const field of entity.fields) {
    sample[field.name] = field.relation?.entity === entity.name.snake
      ? tsLiteral(null)
      : literalSample(field);
  }
  const targets = system.entities.filter((target) =>
    target !== entity &&
    entity.relations.some((relation) => relation.entity === target.name.snake)
  );
  return {
    className: name(component.className),
    file: name(component.name),
    entity: names(entity),
    constant: name(`A_${entity.name.constant}`),
    sample: tsObject(sample),
    sql: system.engine === "sqlite",
    postgres: system.engine === "postgres",
    refers: targets.length > 0,
    caches: hasCaches(system),
    ...(entity.cache ? { cacheSeconds: entity.cache.seconds } : {}),
    standsIn: inMemory && targets.length > 0,
    targets: targets.map((target) => ({
      table: tsLiteral(target.table),
      field: name(
        entity.fields.find((field) =>
          field.relation?.entity === target.name.snake
        )?.name ?? target.name.camel,
      ),
    })),
    requestPort: firstPort(component, "in"),
    requestPorts: portNames(component, "in"),
    uniqueFields: uniqueFields(entity),
    ...foundBy(entity, system),
    uniqueSets: uniqueSets(entity),
    ...overlapOf(entity),
  };
}

/** Describes the unit test of the API endpoint. */
export function gatewayTestView(
  component: ComponentModel,
  system: SystemModel,
): GatewayTestView {
  // The port to the controller that signs people in is about no entity.
  const ports = portNames(component, "out").filter((port) => !isLivePort(port))
    .filter((port) =>
      !system.users ||
      component.ports.find((one) => one.name === port)?.entity !== undefined
    );
  const role = system.users?.roles.at(-1);
  const entities = ports.map((port) =>
    findEntity(
      system,
      component.ports.find((one) => one.name === port)?.entity,
    )
  );
  return {
    className: name(component.className),
    file: name(component.name),
    controllerPorts: [
      ...ports,
      ...portNames(component, "out").filter(isLivePort),
    ],
    replies: system.idempotency !== undefined,
    keyed: system.idempotency?.required === true,
    files: keepsFiles(system),
    endpoints: system.endpoints !== undefined,
    requests: (system.api ? [] : entities).flatMap((entity) => {
      const route = ROUTES.find((route) =>
        hasRoute(entity, route) && mayCall(entity, route, role)
      );
      return route === undefined ? [] : [entityCall(entity, route, {
        client: name("client"),
        body: literalBody(entity.fields.filter(isSampled)),
      })];
    }),
    rateLimit: system.rateLimit !== undefined,
    ...(system.users
      ? {
        viewer: tsObject({
          id: tsLiteral("01890a5d-ac96-774b-bcce-b302099a8057"),
          role: role === undefined ? undefined : tsLiteral(role),
          tenant: system.users.tenant
            ? tsLiteral("01890a5d-ac96-774b-bcce-b302099a8059")
            : undefined,
        }),
      }
      : {}),
  };
}

/** Tells whether a user of a role may call a route, as far as no entity has to be theirs. */
function mayCall(
  { access, actions }: EntityModel,
  route: Route,
  role: string | undefined,
): boolean {
  if (access === undefined) return true;
  const operation = route === "action" ? actions[0]?.name.kebab ?? "" : route;
  return (access.rules[operation] ?? []).some((word) =>
    ["everyone", "users", "owner", role].includes(word)
  );
}

/** Each unique field with other values for the rest of them, so that it alone is in the way. */
function uniqueFields(entity: EntityModel): StoreTestView["uniqueFields"] {
  // A second number cannot be given: the store counts.
  const unique = entity.fields.filter(({ unique, type }) =>
    unique && type !== "serial"
  );
  return unique.flatMap((field) => {
    if (field.relation?.entity === entity.name.snake) return []; // it is null
    const others = unique.filter((other) => other !== field).map((other) =>
      [other.name, otherValue(other)] as const
    );
    if (others.some(([, value]) => value === undefined)) return [];
    return [{
      name: name(field.name),
      others: others.length === 0
        ? safe``
        : safe<"ts">`...${tsObject(Object.fromEntries(others))}, `,
      ...(field.type === "email"
        ? { otherCase: tsLiteral(String(sampleValue(field)).toUpperCase()) }
        : {}),
    }];
  });
}

/** Each list of fields that are unique together, with others for what would be in the way before. */
function uniqueSets(entity: EntityModel): StoreTestView["uniqueSets"] {
  const alone = entity.fields
    .filter(({ unique, type }) => unique && type !== "serial")
    .map((field) => [field]);
  return entity.unique.flatMap((fields, index) => {
    const before = [...alone, ...entity.unique.slice(0, index)];
    const changes = before.map((list) =>
      list.find((field) => !fields.includes(field) && otherValue(field))
    );
    const toItself = fields.some(({ relation }) =>
      relation?.entity === entity.name.snake
    );
    if (toItself || changes.includes(undefined)) return [];
    const others = changes.flatMap((field) => {
      const value = field && otherValue(field);
      return value === undefined ? [] : [[field!.name, value] as const];
    });
    return [{
      title: joined(fields.map((field) => name(field.name)), safe` and `),
      first: tsLiteral(fields[0]?.name),
      fields: tsLiteral(namesOf(fields)),
      others: others.length === 0
        ? safe``
        : safe<"ts">`...${tsObject(Object.fromEntries(others))}, `,
    }];
  });
}

/** The first rule, with others for what is unique and would be in the way before. */
function overlapOf(entity: EntityModel): Pick<StoreTestView, "overlap"> {
  const [rule] = entity.noOverlap;
  if (rule === undefined) return {};
  const { from, until, within, when } = rule;
  const alone = entity.fields.filter((field) => field.unique);
  const changes = [...alone.map((field) => [field]), ...entity.unique].map(
    (list) =>
      list.find((field) => !within.includes(field) && otherValue(field)),
  );
  const toItself = within.some(({ relation }) =>
    relation?.entity === entity.name.snake
  );
  if (toItself || changes.includes(undefined)) return {};
  const members = (values: readonly (readonly [string, Ts])[]) =>
    values.length === 0
      ? safe<"ts">``
      : safe<"ts">`...${tsObject(Object.fromEntries(values))}, `;
  const others = changes.flatMap((field) => {
    const value = field && otherValue(field);
    return value === undefined ? [] : [[field!.name, value] as const];
  });
  return {
    overlap: {
      from: name(from.name),
      until: name(until.name),
      state: members(
        Object.entries(when).map(([name, [value]]) =>
          [name, tsLiteral(value)] as const
        ),
      ),
      others: members(others),
    },
  };
}

function names(entity: EntityModel): ControllerTestView["entity"] {
  return {
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    labelPlural: comment(entity.plural.words),
    typeName: typeNameOf(entity),
    constant: specConstant(entity),
    file: name(entity.name.snake),
  };
}

function literalBody(fields: readonly FieldModel[]): Ts {
  return tsObject(
    Object.fromEntries(
      fields.map((field) => [field.name, literalSample(field)]),
    ),
  );
}

function literalSample(field: FieldModel): Ts {
  return tsLiteral(sampleValue(field));
}

function firstPort(component: ComponentModel, direction: "in" | "out"): Name {
  const [first] = portNames(component, direction);
  if (!first) {
    throw new RangeError(
      `Cannot plan "${component.name}": found no ${direction} port`,
    );
  }
  return first;
}

/** Names the ports that carry requests in one direction. */
function portNames(
  component: ComponentModel,
  direction: "in" | "out",
): readonly Name[] {
  const methodName = direction === "in" ? handlerName : senderName;
  return portMethods(component, direction, methodName).map(({ port }) => port);
}

// One of them shows that the controller asks the rules; the tests of the rules alone try them all. What the schema refuses
// before it reaches the controller is not the controller's to refuse.
const CONTROLLER_RULES: readonly string[] = ["too small", "too large", "blank"];
