/**
 * Example values as TypeScript expressions, for the generated tests.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import { wordsOf } from "../model/names.ts";
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
  tsTemplateText,
} from "../../templates/safe_text.ts";
import type { SampleView } from "../../templates/views.ts";
import { sampleOwner } from "./access_view.ts";
import { typeNameOf } from "./entity_view.ts";
import { slotExpression } from "./overlap_view.ts";
import { requiredArgument, visibleMembers } from "./state_rules_view.ts";
import { sampleHome } from "./tenant_view.ts";
import { otherValue, pickedValues, smallest } from "./other_values.ts";
import { differs, sampleValue } from "./sample_values.ts";
import { hidesFields } from "./shown_view.ts";

type Ts = Safe<"ts">;

/** Describes how tests make one entity. */
export function sampleView(
  entity: EntityModel,
  system: SystemModel,
): SampleView {
  const fields = sampledFields(entity);
  const refers = fields.some((field) => field.relation);
  const functionName = bodyName(entity);
  return {
    typeName: typeNameOf(entity),
    file: name(entity.name.snake),
    label: comment(entity.name.words),
    one: comment(withArticle(entity.name.words)),
    bodySignature: refers
      ? safe`async function ${functionName}(system: System): Promise<Record<string, unknown>>`
      : safe`function ${functionName}(): Record<string, unknown>`,
    bodyCall: bodyCall(entity, name("system")),
    makeName: makeName(entity),
    ...(sampleOwner(entity) ? { owner: sampleOwner(entity) } : {}),
    ...(sampleHome(entity) ? { home: sampleHome(entity) } : {}),
    ...seenMembers(entity, system),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    ...storeOf(entity, system),
    hides: isShown(entity, system),
    fields: fields.map((field) => ({
      name: name(field.name),
      value: valueExpression(field, entity, system),
    })),
    lists: entity.fields.filter((field) => isListed(field, entity)).map((
      field,
    ) => ({
      name: exampleList(entity, field),
      about: comment(wordsOf(field.name).join(" ")),
      values: tsArray(freeExamples(field)),
    })),
    slotted: fields.some((field) => field.slot),
    numbered: fields.some(isNumbered),
    picks: fields.some((field) =>
      valueExpression(field, entity, system).startsWith("pick(")
    ),
  };
}

/** Trials of an API of its own shape begin with what everybody sees. */
function seenMembers(
  entity: EntityModel,
  { api }: SystemModel,
): { readonly seen?: Ts } {
  const members = Object.entries(visibleMembers(entity));
  if (api === undefined || members.length === 0) return {};
  const texts = members.map(([key, value]) =>
    safe<"ts">`${name(key)}: ${value}`
  );
  return { seen: joined(texts, safe`, `) };
}

/** Trials of an API of its own shape read past all rules, and compare with all that there is. */
function isShown(entity: EntityModel, { api }: SystemModel): boolean {
  return api === undefined && hidesFields(entity);
}

/** What tests need beside the controller, for what no client can set or see. */
function storeOf(
  entity: EntityModel,
  system: SystemModel,
): Pick<SampleView, "store" | "spec"> {
  const store = system.components.find((component) =>
    component.type === "Store" && component.entity === entity.name.snake
  );
  const port = store?.ports.find(({ direction }) => direction === "in");
  const puts = entity.fields.some(isSetByActions);
  return {
    ...(puts && store && port
      ? {
        store: {
          name: name(camelCase(store.name)),
          handler: handlerName(port.name),
        },
      }
      : {}),
    ...(puts || isShown(entity, system)
      ? { spec: name(`${entity.name.constant}_SPEC`) }
      : {}),
  };
}

/** Tells whether only actions change a field. */
export function isSetByActions(field: FieldModel): boolean {
  return field.readOnly === true && !field.computation && !field.logic &&
    !FIELD_TYPE_RULES[field.type].made && field.type !== "file";
}

/** Renders the call that makes a valid body. */
export function bodyCall(entity: EntityModel, system: Name): Ts {
  const refers = sampledFields(entity).some((field) => field.relation);
  return refers
    ? safe`await ${bodyName(entity)}(${system})`
    : safe`${bodyName(entity)}()`;
}

/** Renders the call that makes a valid body, or a promise of one. */
export function bodyPromise(entity: EntityModel, system: Name): Ts {
  const refers = sampledFields(entity).some((field) => field.relation);
  return refers
    ? safe`${bodyName(entity)}(${system})`
    : safe`${bodyName(entity)}()`;
}

function sampledFields(entity: EntityModel): FieldModel[] {
  return entity.fields.filter(isSampled);
}

/** Tells whether the example body has the field: all that a client would give, and what must differ. */
export function isSampled(field: FieldModel): boolean {
  if (field.readOnly || field.writeOnly && !field.required) return false;
  return field.required ||
    !field.relation && (differs(field) || field.default === undefined) &&
      !field.decided;
}

/** Renders a valid value of a field in a test of the whole system; what a reference leads to is made first. */
export function sampleExpression(field: FieldModel, system: SystemModel): Ts {
  return targetExpression(field, system, name("test.system")) ??
    tsLiteral(sampleValue(field));
}

/** Renders another valid value of a field than the example body's, as {@link otherValue}, or of a reference. */
export function otherExpression(
  field: FieldModel,
  system: SystemModel,
): Ts | undefined {
  return targetExpression(field, system, name("test.system")) ??
    otherValue(field);
}

function targetExpression(
  field: FieldModel,
  system: SystemModel,
  variable: Name,
): Ts | undefined {
  const target = system.entities.find((entity) =>
    entity.name.snake === field.relation?.entity
  );
  return target &&
    safe<"ts">`(await ${makeName(target)}(${variable}${
      requiredArgument(field, system)
    })).id`;
}

/** Names the method of the controller that takes requests. */
export function controllerHandler(
  entity: EntityModel,
  system: SystemModel,
): Name {
  const component = system.components.find((component) =>
    component.type === "Controller" && component.entity === entity.name.snake
  );
  const port = component?.ports.find((port) =>
    port.direction === "in" && port.role === "request"
  );
  return handlerName(port?.name ?? "process_request");
}

/** Names the method that handles a port's messages. */
export function handlerName(port: string): Name {
  return name(camelCase(`handle_${port}`));
}

/** Names the method that sends by a port. */
export function senderName(port: string): Name {
  return name(camelCase(`send_to_${port}`));
}

/** Names the function that makes a valid body. */
export function bodyName(entity: EntityModel): Name {
  return name(`${entity.name.camel}Body`);
}

/** Names the function that stores an entity. */
export function makeName(entity: EntityModel): Name {
  return name(`make${entity.name.pascal}`);
}

/** Names the controller that serves an entity, as a member of the system. */
export function controllerOf(entity: EntityModel, system: SystemModel): Name {
  const component = system.components.find((component) =>
    component.type === "Controller" && component.entity === entity.name.snake
  );
  return name(camelCase(component?.name ?? `${entity.name.snake}_controller`));
}

function valueExpression(
  field: FieldModel,
  entity: EntityModel,
  system: SystemModel,
): Ts {
  const target = targetExpression(field, system, name("system"));
  if (target) return target;
  const slot = slotExpression(field, name("slot"));
  if (slot) return slot;
  const sample = sampleValue(field);
  if (!differs(field)) return tsLiteral(sample);
  if (field.examples) return safe`pick(${exampleList(entity, field)})`;
  const picks = pickedValues(field);
  if (picks) return pickExpression(allButLast(picks));
  switch (field.type) {
    case "email":
      return safe`\`someone\${made}@example.com\``;
    case "url":
      return safe`\`https://example.com/\${made}\``;
    case "uuid":
      return safe`crypto.randomUUID()`;
    case "integer":
    case "number":
    case "decimal":
      return safe`${tsLiteral(smallest(field))} + made`;
    case "string":
    case "text":
      return numberedText(field, String(sample));
    case "date":
    case "datetime":
    case "time":
      return numberedTime(String(sample), field.type);
    default:
      return tsLiteral(sample);
  }
}

/** Names the list of a field's examples in tests/samples.ts. */
export function exampleList(entity: EntityModel, field: FieldModel): Name {
  const words = wordsOf(field.name).join("_").toUpperCase();
  return name(`${entity.name.constant}_${words}_EXAMPLES`);
}

/** Tells whether a test takes a field's values from a list of examples. */
function isListed(field: FieldModel, entity: EntityModel): boolean {
  return field.examples !== undefined &&
    (entity.operations.includes("create") ||
      differs(field) && isSampled(field));
}

function freeExamples(field: FieldModel): readonly Ts[] {
  const values = (field.examples ?? []).map((text) => tsLiteral(text));
  return differs(field) ? allButLast(values) : values;
}

function allButLast(values: readonly Ts[]): readonly Ts[] {
  return values.length > 2 ? values.slice(0, -1) : values;
}

function pickExpression(values: readonly Ts[]): Ts {
  return safe`pick([${joined(values, safe`, `)}])`;
}

/** Another day or minute each time. */
function numberedTime(
  sample: string,
  type: "date" | "datetime" | "time",
): Ts {
  const [place, length] = type === "date"
    ? [8, 28]
    : type === "time"
    ? [3, 60]
    : [14, 60];
  const values = Array.from({ length }, (_, index) => {
    const number = type === "date" ? index + 1 : index;
    const digits = String(number).padStart(2, "0");
    return sample.slice(0, place) + digits + sample.slice(place + 2);
  });
  return pickExpression(values.map((value) => tsLiteral(value)));
}

function numberedText(field: FieldModel, sample: string): Ts {
  const room = (field.maxLength ?? 200) - 6;
  const prefix = [...sample].slice(0, Math.max(0, room)).join("");
  const before = tsTemplateText(prefix === "" ? "" : `${prefix} `);
  return safe`\`${before}\${made}\``;
}

function isNumbered(field: FieldModel): boolean {
  return differs(field) && !field.slot &&
    !["boolean", "json", "object", "uuid"].includes(field.type);
}
