/**
 * What the contract tests of an entity check.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import type {
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
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  BadBodyView,
  ContractView,
  UniqueSetView,
} from "../../templates/views.ts";
import { aggregateTest } from "./aggregate_view.ts";
import { hasUnique } from "./answers.ts";
import { badElements, badMembers, outOfRange } from "./bad_values.ts";
import { changedField, shownBody } from "./contract_fields.ts";
import { actionView } from "./contract_actions.ts";
import { pathOf, refusedOperations } from "./contract_paths.ts";
import {
  elementField,
  isFilterable,
  specConstant,
  testVariable,
  typeNameOf,
} from "./entity_view.ts";
import { filterTest } from "./filter_tests.ts";
import { takenBodies } from "./limit_tests.ts";
import { otherValue } from "./other_values.ts";
import {
  bodyCall,
  bodyName,
  isSampled,
  makeName,
  otherExpression,
  sampleExpression,
} from "./sample_views.ts";
import { sampleValue } from "./sample_values.ts";
import { overlapTests } from "./overlap_tests.ts";
import { foundFields, searchTest } from "./search_view.ts";
import { stateTests } from "./state_tests.ts";
import { slugTests } from "./slug_tests.ts";

type Ts = Safe<"ts">;

/** Describes the contract tests of one entity. */
export function contractView(
  entity: EntityModel,
  system: SystemModel,
): ContractView {
  const has = (operation: Operation) => entity.operations.includes(operation);
  const usesBody = has("create") || has("replace");
  const usesMake =
    ["list", "get", "replace", "patch", "delete"].some((operation) =>
      has(operation as Operation)
    ) ||
    entity.actions.length > 0 ||
    has("create") && (hasUnique(entity) || entity.stateRules !== undefined);
  const actions = entity.actions.map((action) =>
    actionView(action, entity, system)
  );
  const uniqueSets = has("create")
    ? entity.unique.map((fields) => uniqueSet(fields, system))
    : [];
  const overlaps = has("create") ? overlapTests(entity, system) : [];
  const uniqueFields = has("create") ? uniqueAlone(entity, system) : [];
  const changed = changedField(entity);
  const states = stateTests(entity, system);
  const changes = ["replace", "patch", "delete"].some((operation) =>
    has(operation as Operation)
  );
  return {
    typeName: typeNameOf(entity),
    constant: specConstant(entity),
    file: name(entity.name.snake),
    usesType: usesBody || has("list") || entity.actions.length > 0 ||
      has("patch") && changed !== undefined,
    usesAssert: entity.operations.length > 0 || entity.actions.length > 0,
    conditions: joined([
      ...(changes || actions.length > 0
        ? [name("expectConditionalChange")]
        : []),
      ...(has("get") ? [name("expectConditionalRead")] : []),
    ], safe`, `),
    changes,
    usesInit: has("create") || has("replace") || has("patch"),
    usesContains: usesBody || entity.actions.length > 0,
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    labelPlural: comment(entity.plural.words),
    path: pathOf(entity),
    variable: testVariable(entity),
    imports: joined(
      [
        ...(usesMake ? [makeName(entity)] : []),
        ...(usesBody ? [bodyName(entity)] : []),
        ...makersIn(
          [
            ...actions.map(({ before }) => before),
            ...actions.flatMap(({ adjustments }) =>
              adjustments.map(({ makeTarget, state }) =>
                safe<"ts">`${makeTarget}(${state}`
              )
            ),
            ...states.flatMap(({ make, makes, attempts }) => [
              make,
              ...makes.map((one) => one.make),
              ...attempts.map(({ send }) => send),
            ]),
            ...uniqueFields.map(({ overrides }) => overrides),
            ...uniqueSets.flatMap(({ overrides, other }) => [
              overrides,
              ...(other ? [other.value] : []),
            ]),
            ...overlaps.flatMap(({ shared, more }) => [
              ...shared.map(({ value }) => value),
              more,
            ]),
          ],
          entity,
          system,
        ),
      ].toSorted(),
      safe`, `,
    ),
    makeName: makeName(entity),
    bodyCall: bodyCall(entity, name("test.system")),
    list: has("list"),
    get: has("get"),
    create: has("create"),
    replace: has("replace"),
    patch: has("patch"),
    delete: has("delete"),
    filter: filterOf(entity),
    filters: filterTest(entity),
    shown: shownBody(entity),
    badBodies: badBodies(entity),
    takenBodies: takenBodies(entity),
    finds: foundFields(entity).map((field) => tsLiteral(field.name)),
    uniqueFields,
    uniqueSets,
    overlaps,
    immutable: entity.fields.filter((field) => field.immutable).map((
      field,
    ) => ({ name: name(field.name) })),
    fixed: has("patch") ? fixedFields(entity) : [],
    byId: entity.order?.length ? safe`&sort=id` : safe``,
    ...(entity.order?.length ? { order: orderOf(entity.order) } : {}),
    slugs: has("create") ? slugTests(entity) : [],
    ...(entity.key === undefined ? {} : {
      key: name(entity.key),
      keyInPath: keyInPath(entity, entity.key),
    }),
    hierarchies: has("patch") || has("replace")
      ? entity.relations.filter(({ acyclic }) => acyclic)
        .map(({ field, unique }) => ({
          field: name(field),
          // One that is referred to already would be taken before it makes a cycle.
          targets: unique
            ? safe<"ts">`[bottom]`
            : safe<"ts">`[top, middle, bottom]`,
        }))
      : [],
    changed,
    states: states.map(({ exempt, ...state }) => ({
      ...state,
      exempt: tsArray(exempt.map((one) => tsLiteral(one))),
    })),
    aggregates: aggregateTest(entity),
    search: searchTest(entity),
    restoration: restorationTest(entity, uniqueFields),
    actions,
    refused: refusedOperations(
      system.entities.find(({ table }) => table === entity.table) ?? entity,
    ),
  };
}

/** What is tried of a deletion that can be taken back. */
function restorationTest(
  { softDelete, operations, unique }: EntityModel,
  uniqueFields: ContractView["uniqueFields"],
): ContractView["restoration"] {
  if (!softDelete) return undefined;
  const has = (operation: Operation) => operations.includes(operation);
  const [first] = uniqueFields.filter(({ overrides }) => overrides === "{}");
  return {
    get: has("get"),
    list: has("list"),
    ...(first && unique.length === 0 ? { unique: first.name } : {}),
  };
}

function uniqueAlone(
  entity: EntityModel,
  system: SystemModel,
): ContractView["uniqueFields"] {
  const alone = entity.fields.filter(isSettable).filter(({ unique }) => unique);
  return alone.map((field) => ({
    name: name(field.name),
    overrides: tsObject(
      isSampled(field) ? {} : { [field.name]: sampleExpression(field, system) },
    ),
  }));
}

function uniqueSet(
  fields: readonly FieldModel[],
  system: SystemModel,
): UniqueSetView {
  const others = fields.flatMap((field) => {
    const value = otherExpression(field, system);
    return value === undefined || field.unique || field.assigned
      ? []
      : [{ name: name(field.name), value }];
  });
  const [other] = others;
  return {
    title: joined(fields.map((field) => name(field.name)), safe` and `),
    overrides: tsObject(
      Object.fromEntries(
        fields.filter((field) => !isSampled(field) && field.nullable)
          .map((field) => [field.name, sampleExpression(field, system)]),
      ),
    ),
    fields: fields.map((field) => name(field.name)),
    ...(other === undefined ? {} : { other }),
  };
}

/** Names the functions that make the targets of references which these expressions need. */
function makersIn(
  texts: readonly Ts[],
  entity: EntityModel,
  system: SystemModel,
): Name[] {
  return system.entities
    .filter(({ name }) => name.snake !== entity.name.snake).map(makeName)
    .filter((maker) => texts.some((text) => text.includes(`${maker}(`)));
}

/** Renders an order as the parameter `sort` spells it. */
function orderOf(order: NonNullable<EntityModel["order"]>): Ts {
  const keys = order.map(({ field, descending }): Ts =>
    descending ? safe`-${name(field)}` : name(field)
  );
  return joined(keys, safe`,`);
}

/** Renders the key of a test's entity as a segment of a path. */
function keyInPath(entity: EntityModel, key: string): Ts {
  const value = safe<"ts">`${testVariable(entity)}.${name(key)}`;
  const type = entity.fields.find((field) => field.name === key)?.type;
  return type === "slug" || type === "serial"
    ? value
    : safe`encodeURIComponent(${value})`;
}

/** Lists bodies that are refused, each for one field. */
export function badBodies(entity: EntityModel): BadBodyView[] {
  return entity.fields.flatMap((field) => {
    const bad = (title: string, value: Ts): BadBodyView => ({
      title: tsLiteral(`${field.name} ${title}`),
      field: name(field.name),
      path: tsLiteral(field.name),
      value,
    });
    if (field.readOnly) return [bad("sent", tsLiteral(sampleValue(field)))];
    return [
      ...(field.required ? [bad("missing", tsLiteral(undefined))] : []),
      ...(field.type === "json" || field.type === "object"
        ? []
        : [bad("of the wrong type", tsLiteral({ not: "this" }))]),
      ...badMembers(field).map(({ title, value, path }) => ({
        ...bad(title, tsLiteral(value)),
        path: tsLiteral(path),
      })),
      ...badElements(field).map(([title, value]) => ({
        ...bad(title, value),
        path: tsLiteral(`${field.name}.0`),
      })),
      ...outOfRange(field).map(([title, value]) => bad(title, value)),
      ...(field.relation ? [bad("of nothing", safe`crypto.randomUUID()`)] : []),
    ];
  });
}

function fixedFields(entity: EntityModel): { name: Name; other: Ts }[] {
  const fixed = ({ immutable, readOnly }: FieldModel) => immutable || readOnly;
  return entity.fields.filter(fixed).flatMap((field) => {
    const other = otherValue(field);
    if (other === undefined) return [];
    // What TypeScript works out is only known when it runs.
    const value = field.logic
      ? safe<"ts">`[${other}, ${
        tsLiteral(sampleValue(field))
      }].find((one) => one !== ${testVariable(entity)}.${name(field.name)})`
      : other;
    return [{ name: name(field.name), other: value }];
  });
}

function isSettable(field: FieldModel): boolean {
  return !field.readOnly && !field.writeOnly;
}

/** A list first: it is filtered by an element, which nothing else shows. */
function filterOf(entity: EntityModel): ContractView["filter"] {
  const fields = entity.fields.filter(isSettable);
  const lists = fields.filter(({ type }) => type === "list");
  for (const field of [...lists, ...fields]) {
    const value = otherValue(elementField(field));
    if (value === undefined || !isFilterable(field)) continue;
    return {
      overrides: tsObject({
        [field.name]: field.type === "list" ? tsArray([value]) : value,
      }),
      field: name(field.name),
      value,
    };
  }
  return undefined;
}
