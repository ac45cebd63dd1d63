/**
 * How an acceptance test proves what was said about a field: by the request that sets it, or inside where none does.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { contractTestsOf } from "./acceptance_elsewhere.ts";
import type { Proof } from "./acceptance_proof.ts";
import { outOfRange } from "./bad_values.ts";
import { pathOf } from "./contract_paths.ts";
import {
  bodyCall,
  controllerHandler,
  controllerOf,
  isSampled,
  makeName,
  otherExpression,
  sampleExpression,
} from "./sample_views.ts";

type Ts = Safe<"ts">;

/** A field and where it stands. */
export interface FieldPlace {
  readonly entity: EntityModel;
  readonly field: FieldModel;
  readonly system: SystemModel;
}

/** Proves a field, or one setting of it. */
export function fieldProof(place: FieldPlace, aspect?: string): Proof {
  if (place.field.readOnly) {
    const { entity, field, system } = place;
    const elsewhere = aspect === undefined
      ? contractTestsOf(field, entity, system)
      : [];
    return { reason: "no client can set it", elsewhere };
  }
  switch (aspect) {
    case undefined:
      return { statement: keptStatement(place) };
    case "required":
      return { statement: requiredStatement(place) };
    case "default":
      return { statement: defaultStatement(place) };
    case "unique":
      return { statement: uniqueStatement(place) };
    case "immutable":
      return { statement: immutableStatement(place) };
    case "onDelete":
      return deletionProof(place);
    default:
      return rangeProof(place, aspect);
  }
}

/** Renders what a test of PUT begins with, and a body that repeats what may not change, but for one field. */
export function madeForReplacing(
  entity: EntityModel,
  change: Readonly<Record<string, Ts>> = {},
): { readonly before: Ts; readonly url: Ts; readonly body: Ts } {
  const body = bodyCall(entity, TEST_SYSTEM);
  const made = safe<"ts">`await ${makeName(entity)}(test.system)`;
  const members = entity.fields.flatMap((field) => {
    const value = change[field.name] ??
      (field.immutable ? safe<"ts">`made.${name(field.name)}` : undefined);
    return value ? [safe<"ts">`${name(field.name)}: ${value}`] : [];
  });
  if (members.length === 0) {
    const url = safe<"ts">`\`${pathOf(entity)}/\${(${made}).id}\``;
    return { before: safe``, url, body };
  }
  return {
    before: safe`const made = ${made}; `,
    url: safe`\`${pathOf(entity)}/\${made.id}\``,
    body: safe`{ ...${body}, ${joined(members, safe`, `)} }`,
  };
}

/** By what a field is set. */
interface Writer {
  readonly by: "post" | "put" | "patch" | "inside";
  /** What the test begins with. */
  readonly before: Ts;
  /** The function that writes. */
  readonly write: Ts;
  /** A valid body for it. */
  readonly body: Ts;
}

/** Clients create, else replace, else patch; what they cannot set is set inside. */
function writerOf({ entity, field, system }: FieldPlace): Writer {
  const { operations } = entity;
  const body = bodyCall(entity, TEST_SYSTEM);
  if (operations.includes("create")) {
    const write = safe<"ts">`posting(test.client, ${tsLiteral(entity.path)})`;
    return { by: "post", before: safe``, write, body };
  }
  if (!field.immutable && operations.includes("replace")) {
    const { before, url, body } = madeForReplacing(entity);
    const write = safe<"ts">`putting(test.client, ${url})`;
    return { by: "put", before, write, body };
  }
  if (!field.immutable && operations.includes("patch")) {
    const url = safe<"ts">`\`${pathOf(entity)}/\${(await ${
      makeName(entity)
    }(test.system)).id}\``;
    const write = safe<"ts">`patching(test.client, ${url})`;
    return { by: "patch", before: safe``, write, body: safe`{}` };
  }
  return insideWriter(entity, system);
}

function insideWriter(entity: EntityModel, system: SystemModel): Writer {
  const write = safe<"ts">`creating((request) => test.system.${
    controllerOf(entity, system)
  }.${controllerHandler(entity, system)}(request))`;
  return {
    by: "inside",
    before: safe``,
    write,
    body: bodyCall(entity, TEST_SYSTEM),
  };
}

/** A default is taken when an entity is created, whoever creates it. */
function creatorOf(place: FieldPlace): Writer {
  return place.entity.operations.includes("create")
    ? writerOf(place)
    : insideWriter(place.entity, place.system);
}

function keptStatement(place: FieldPlace): Ts {
  const { entity, field, system } = place;
  const writer = writerOf(place);
  const { by, before, write, body } = writer;
  const fieldName = tsLiteral(field.name);
  const value = given(field, system);
  const shows = entity.operations.find((operation) =>
    operation === "get" || operation === "list"
  );
  if (by === "inside" && shows) {
    const made = isSampled(field)
      ? safe<"ts">`await ${makeName(entity)}(test.system)`
      : safe<"ts">`await ${makeName(entity)}(test.system, ${
        tsObject({ [field.name]: value })
      })`;
    const path = shows === "get"
      ? safe<"ts">`\`${pathOf(entity)}/\${made.id}\``
      : tsLiteral(entity.path);
    return safe`const made = ${made}; await expectShows(test.client, ${path}, made, ${fieldName})`;
  }
  const sent = by === "patch"
    ? tsObject({ [field.name]: value })
    : isSampled(field)
    ? body
    : safe<"ts">`{ ...${body}, ${name(field.name)}: ${value} }`;
  return safe`${before}await expectKeeps(${write}, ${sent}, ${fieldName})`;
}

function given(field: FieldModel, system: SystemModel): Ts {
  return otherExpression(field, system) ?? sampleExpression(field, system);
}

/** A field that need not be given is as required as it can be: never null, or left out at will. */
function requiredStatement(place: FieldPlace): Ts {
  const { field, entity } = place;
  const { by, before, write, body } = writerOf(place);
  // What is left out inside the system is an empty list.
  const isEmpty = field.type === "list" &&
    !entity.operations.includes("create");
  const fieldName = tsLiteral(field.name);
  if (field.nullable) {
    return safe`${before}await expectOptional(${write}, ${body}, ${fieldName})`;
  }
  if (by === "patch" || !field.required || isEmpty) {
    return refusal({ before, write, body }, field, tsLiteral(null));
  }
  return safe`${before}await expectRequires(${write}, ${body}, ${fieldName})`;
}

function defaultStatement(place: FieldPlace): Ts {
  const { field } = place;
  const { before, write, body } = creatorOf(place);
  const value = field.default === "$now"
    ? name("NOW")
    : tsLiteral(field.default ?? null);
  return safe`${before}await expectDefault(${write}, ${body}, { field: ${
    tsLiteral(field.name)
  }, value: ${value} })`;
}

function uniqueStatement(place: FieldPlace): Ts {
  const { entity, field, system } = place;
  const { before, write, body } = writerOf(place);
  const fieldName = name(field.name);
  const make = (overrides: Ts) =>
    safe<"ts">`await ${makeName(entity)}(test.system${overrides})`;
  const [made, taken] = isSampled(field)
    ? [safe<"ts">``, safe<"ts">`(${make(safe``)}).${fieldName}`]
    : [
      safe<"ts">`const first = ${
        make(safe`, ${tsObject({ [field.name]: given(field, system) })}`)
      }; `,
      safe<"ts">`first.${fieldName}`,
    ];
  return safe`${before}${made}await expectRefusesValue(${write}, ${body}, { field: ${
    tsLiteral(field.name)
  }, value: ${taken}, status: 409 })`;
}

/** No request changes the field: those that could refuse to, or are not there. */
function immutableStatement({ entity, field, system }: FieldPlace): Ts {
  const other = otherExpression(field, system) ?? tsLiteral(null);
  const change = tsObject({ [field.name]: other });
  const fieldName = tsLiteral(field.name);
  const url = safe<"ts">`\`${pathOf(entity)}/\${(await ${
    makeName(entity)
  }(test.system)).id}\``;
  if (entity.operations.includes("patch")) {
    return safe`expectProblem(await test.client.patch(${url}, ${change}), 422, ${fieldName})`;
  }
  if (entity.operations.includes("replace")) {
    const { before, url, body } = madeForReplacing(entity, {
      [field.name]: other,
    });
    return safe`${before}expectProblem(await test.client.put(${url}, ${body}), 422, ${fieldName})`;
  }
  return safe`const url = ${url}; await expectNoOperation(test.client, "PUT", url); await expectNoOperation(test.client, "PATCH", url)`;
}

/** What becomes of an entity when the one it refers to is deleted. */
function deletionProof({ entity, field, system }: FieldPlace): Proof {
  const target = system.entities.find((one) =>
    one.name.snake === field.relation?.entity
  );
  if (!target?.operations.includes("delete")) {
    return { reason: `no request deletes ${target?.plural.words}` };
  }
  const refers = safe<"ts">`await ${makeName(entity)}(test.system, { ${
    name(field.name)
  }: target.id })`;
  const before = safe<
    "ts"
  >`const target = await ${makeName(target)}(test.system);`;
  const gone = safe<"ts">`await test.client.delete(\`${
    pathOf(target)
  }/\${target.id}\`)`;
  if (field.relation?.onDelete === "restrict") {
    return {
      statement: safe`${before} ${refers}; expectProblem(${gone}, 409)`,
    };
  }
  const found = safe<"ts">`await test.system.${controllerOf(entity, system)}.${
    controllerHandler(entity, system)
  }({ operation: "get", id: made.id })`;
  const after = field.relation?.onDelete === "cascade"
    ? safe<"ts">`expectFailure(${found}, 404)`
    : safe<"ts">`expectContains(expectValue(${found}), ${
      tsObject({ [field.name]: tsLiteral(null) })
    })`;
  return {
    statement:
      safe`${before} const made = ${refers}; assert.equal((${gone}).status, 204); ${after}`,
  };
}

function rangeProof(place: FieldPlace, aspect: string): Proof {
  const { field } = place;
  const broken = brokenValue(field, aspect);
  const writer = writerOf(place);
  if (broken === undefined) {
    return { reason: `no value can break the ${aspect} of ${field.name}` };
  }
  if (
    writer.by === "inside" &&
    !KEPT_INSIDE.includes(aspect)
  ) {
    return {
      reason: `no request sets ${field.name}, so none can break its ${aspect}`,
    };
  }
  return { statement: refusal(writer, field, broken) };
}

function refusal(
  { before, write, body }: Pick<Writer, "before" | "write" | "body">,
  field: FieldModel,
  value: Ts,
): Ts {
  return safe`${before}await expectRefusesValue(${write}, ${body}, { field: ${
    tsLiteral(field.name)
  }, value: ${value} })`;
}

function brokenValue(field: FieldModel, aspect: string): Ts | undefined {
  const titles: Readonly<Record<string, string>> = {
    min: "too small",
    max: "too large",
    maxLength: "too long",
    values: "of no known value",
  };
  if (aspect === "minLength" && (field.minLength ?? 0) > 0) {
    return tsLiteral("x".repeat((field.minLength ?? 1) - 1));
  }
  if (aspect === "pattern") {
    const whole = new RegExp(`^(?:${field.pattern})$`, "u");
    const other = ODD_TEXTS.find((text) => !whole.test(text));
    return other === undefined ? undefined : tsLiteral(other);
  }
  if (aspect === "scale") {
    const places = (field.scale ?? 2) + 1;
    const within = field.min ?? Math.min(0, field.max ?? 0);
    return tsLiteral(Number((within + 10 ** -places).toFixed(places)));
  }
  return outOfRange(field).find(([title]) => title === titles[aspect])?.[1];
}

/** Texts of which a pattern leaves at least one out. */
const ODD_TEXTS: readonly string[] = ["\u{1F6AB}", "0", "a", "A b-c", ""];

const TEST_SYSTEM = name("test.system");

/** The rules that the controller keeps whoever writes; the others are the API's. */
const KEPT_INSIDE: readonly string[] = ["min", "max", "scale"];
