/**
 * What the property tests of an entity check.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { PropertyView } from "../../templates/views.ts";
import { hasUnique } from "./answers.ts";
import { combinableValues } from "./computed_samples.ts";
import { elementField, specConstant, typeNameOf } from "./entity_view.ts";
import { METHODS, pathOf } from "./contract_paths.ts";
import { slotExpression } from "./overlap_view.ts";
import { requiredArgument } from "./state_rules_view.ts";
import { exampleList, makeName } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes the property tests of one entity. */
export function propertyView(
  entity: EntityModel,
  system: SystemModel,
): PropertyView {
  const create = entity.operations.includes("create");
  const given = create
    ? entity.fields.filter((field) =>
      !isOptionalRelation(field) && !field.readOnly &&
      (!field.writeOnly || field.required) &&
      !(field.decided && !field.required)
    )
    : [];
  const fields = given.filter(({ slot }) => !slot).map((field) => ({
    name: name(field.name),
    arbitrary: arbitrary(field, entity),
  }));
  const slots = given.flatMap((field) => {
    const value = slotExpression(field, name("slot"));
    return value ? [{ name: name(field.name), value }] : [];
  });
  const parents = given.filter((field) => field.relation).map((field) => ({
    field: name(field.name),
    makeName: makeName(entityOf(field, system)),
    state: requiredArgument(field, system),
  }));
  const writes = entity.operations.filter((operation) =>
    ["create", "replace", "patch"].includes(operation)
  );
  const itemUrl = safe<"ts">`\`${pathOf(entity)}/\${(await ${
    makeName(entity)
  }(test.system)).id}\``;
  const usesMake = writes.some((operation) => operation !== "create");
  const samples = new Set([
    ...(usesMake ? [makeName(entity)] : []),
    ...parents.map((parent) => parent.makeName),
    ...given.filter((field) => field.examples).map((field) =>
      exampleList(entity, field)
    ),
  ]);
  const imports = arbitrariesIn(fields.map(({ arbitrary }) => arbitrary));
  return {
    typeName: typeNameOf(entity),
    file: name(entity.name.snake),
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    path: pathOf(entity),
    arbitraries: imports,
    samples: samples.size === 0
      ? undefined
      : joined([...samples].toSorted(), safe`, `),
    create,
    shown: hasRequiredSecret(entity)
      ? safe`shown(${specConstant(entity)}, body)`
      : safe`body`,
    constant: specConstant(entity),
    get: entity.operations.includes("get"),
    list: entity.operations.includes("list"),
    unique: hasUnique(entity) || entity.noOverlap.length > 0,
    slots,
    parents,
    fields,
    writes: writes.map((operation) => ({
      method: name(METHODS[operation]),
      title: operation === "create"
        ? pathOf(entity)
        : safe`${pathOf(entity)}/{id}`,
      url: operation === "create" ? tsLiteral(entity.path) : itemUrl,
    })),
    parameterNames: joined(
      entity.fields.slice(0, 5).map((field) => tsLiteral(field.name)),
      safe`, `,
    ),
  };
}

function hasRequiredSecret({ fields }: EntityModel): boolean {
  return fields.some(({ writeOnly, required }) => writeOnly && required);
}

function isOptionalRelation(field: FieldModel): boolean {
  return field.relation !== undefined && !field.required;
}

function entityOf(field: FieldModel, system: SystemModel): EntityModel {
  const target = system.entities.find((entity) =>
    entity.name.snake === field.relation?.entity
  );
  if (!target) {
    throw new RangeError(
      `Cannot plan "${field.name}": found no entity "${field.relation?.entity}"`,
    );
  }
  return target;
}

/** Names what expressions use of kit/arbitraries.ts; undefined for nothing. */
export function arbitrariesIn(expressions: readonly Ts[]): Ts | undefined {
  const used = ARBITRARIES.filter((name) =>
    expressions.some((expression) => expression.includes(`${name}(`))
  );
  return used.length === 0
    ? undefined
    : joined(used.map((text) => name(text)), safe`, `);
}

/** Renders what makes valid values of a field. */
export function arbitrary(field: FieldModel, entity: EntityModel): Ts {
  if (field.relation) return safe`fc.constant(${name(field.name)})`;
  const combinable = combinableValues(entity)[field.name];
  const value = combinable
    ? safe<"ts">`fc.constantFrom(...${tsLiteral(combinable)})`
    : valueArbitrary(field, entity);
  return field.nullable && field.type !== "json"
    ? safe`fc.option(${value})`
    : value;
}

function valueArbitrary(field: FieldModel, entity: EntityModel): Ts {
  const range: Ts = safe`{ min: ${tsLiteral(field.min)}, max: ${
    tsLiteral(field.max)
  } }`;
  if (field.type === "list") {
    const element = valueArbitrary(elementField(field), entity);
    const most = Math.min(field.maxItems ?? 5, 5);
    const values = safe<"ts">`fc.array(${element}, { maxLength: ${most} })`;
    return field.sorted ? safe`arbitrarySorted(${values})` : values;
  }
  if (
    field.examples && !entity.fields.some(({ name }) => name === field.name)
  ) {
    return safe`fc.constantFrom(...${tsLiteral(field.examples)})`;
  }
  if (field.examples) {
    return safe`fc.constantFrom(...${exampleList(entity, field)})`;
  }
  switch (field.type) {
    case "boolean":
      return safe`fc.boolean()`;
    case "integer":
      return safe`arbitraryInteger(${range})`;
    case "number":
      return safe`arbitraryNumber(${range})`;
    case "decimal":
      return safe`arbitraryDecimal(${field.scale ?? 2}, ${range})`;
    case "duration":
      return safe`arbitraryDuration(${
        tsObject({
          min: field.shortest === undefined
            ? undefined
            : tsLiteral(field.shortest),
          max: field.longest === undefined
            ? undefined
            : tsLiteral(field.longest),
        })
      })`;
    case "object":
      return objectArbitrary(field, entity);
    case "enum":
      return safe`fc.constantFrom(...${
        tsArray((field.values ?? []).map(tsLiteral))
      })`;
    case "json":
      return safe`fc.dictionary(fc.constantFrom("a", "b"), fc.integer())`;
    case "uuid":
      return safe`fc.uuid()`;
    case "date":
    case "datetime":
    case "time":
    case "email":
    case "url":
      return safe`${
        name(`arbitrary${field.type[0]?.toUpperCase()}${field.type.slice(1)}`)
      }()`;
    default:
      return textArbitrary(field);
  }
}

/** All members, in their order, so that what is answered is what was sent. */
function objectArbitrary(field: FieldModel, entity: EntityModel): Ts {
  const members = (field.members ?? []).map((member) => {
    const value = valueArbitrary(member, { ...entity, fields: [] });
    return safe<"ts">`${name(member.name)}: ${
      member.nullable ? safe<"ts">`fc.option(${value})` : value
    }`;
  });
  return safe`fc.record({ ${joined(members, safe`, `)} })`;
}

function textArbitrary(field: FieldModel): Ts {
  const min = Math.max(field.minLength ?? 0, field.required ? 1 : 0);
  const max = Math.min(field.maxLength ?? 50, Math.max(50, min));
  return safe`arbitraryText({ min: ${min}, max: ${max} })`;
}

const ARBITRARIES: readonly string[] = [
  "arbitraryDate",
  "arbitraryDatetime",
  "arbitraryDecimal",
  "arbitraryDuration",
  "arbitraryEmail",
  "arbitraryInteger",
  "arbitraryNumber",
  "arbitrarySorted",
  "arbitraryText",
  "arbitraryTime",
  "arbitraryUrl",
];
