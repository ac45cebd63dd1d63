/**
 * One acceptance test for each thing a requirement became.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { AcceptanceView } from "../../templates/views.ts";
import {
  effectOf,
  METHODS,
  outOfRange,
  pathOf,
  stateBefore,
} from "./contract_view.ts";
import { bodyCall, camel, makeName, otherValue } from "./sample_views.ts";
import { sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Describes the acceptance tests of a system. */
export function acceptanceView(system: SystemModel): AcceptanceView {
  const tests = system.requirements.flatMap((requirement) =>
    requirement.covers.map((reference) => ({
      title: tsLiteral(`${requirement.id} ${reference}: ${requirement.text}`),
      statement: statementFor(reference, system),
    })).map((test) => ({
      ...test,
      usesSystem: test.statement.includes("test."),
    }))
  );
  const used = (called: string) =>
    tests.some(({ statement }) =>
      new RegExp(`\\b${called}\\(`).test(statement)
    );
  const samples = system.entities.flatMap((
    entity,
  ) => [makeName(entity), name(`${entity.name.camel}Body`)]);
  return {
    tests,
    checks: CHECKS.filter(used).map(name),
    samples: samples.filter(used).toSorted(),
    usesSystem: tests.some((test) => test.usesSystem),
    usesConfig: used("readSystemConfig"),
    usesAssert: tests.some(({ statement }) => statement.includes("assert.")),
    usesProblem: used("expectProblem"),
    database: tests.some(({ statement }) => statement.includes(" instanceof "))
      ? databaseOf(system)
      : undefined,
  };
}

function statementFor(reference: string, system: SystemModel): Ts {
  if (reference === "http") {
    return safe`assert.equal((await test.client.get("/openapi.json")).status, 200)`;
  }
  if (reference === "http.port") {
    return safe`assert.equal(readSystemConfig(new Map()).port, ${system.port})`;
  }
  if (reference.startsWith("store.")) return storeStatement(system);
  const negated = reference.startsWith("not ");
  const [entityName, member, aspect] = reference.replace(/^not /, "").split(
    ".",
  );
  const entity = system.entities.find((entity) =>
    entity.name.snake === entityName
  );
  if (!entity) throw unknownReference(reference);
  if (negated) return noOperation(entity, member as Operation);
  if (member === undefined) {
    return existence(entity);
  }
  if (member in METHODS) return operationStatement(entity, member as Operation);
  const action = entity.actions.find(({ name }) =>
    [name.snake, name.camel].includes(member)
  );
  if (action) {
    return safe`await expectAction(test.client, ${
      itemUrl(
        entity,
        stateBefore(action, entity),
        safe`/${name(action.name.kebab)}`,
      )
    }, ${effectOf(action)})`;
  }
  const field = entity.fields.find(({ name, relation }) =>
    name === member || relation?.name === member
  );
  if (!field) throw unknownReference(reference);
  return fieldStatement(entity, field, aspect);
}

/** Tells that there are such things: by its first operation, or, without one, by making one inside. */
function existence(entity: EntityModel): Ts {
  const [first] = entity.operations;
  return first
    ? operationStatement(entity, first)
    : safe`assert.ok((await ${makeName(entity)}(test.system)).id)`;
}

function storeStatement(system: SystemModel): Ts {
  const store = system.components.find((component) =>
    component.type === "Store"
  );
  return safe`assert.ok(test.system.${
    name(camel(store?.name ?? "store"))
  }.config.database instanceof ${databaseOf(system).name})`;
}

function databaseOf(system: SystemModel): { name: Name; file: Name } {
  return system.engine === "memory"
    ? { name: name("MemoryDatabase"), file: name("memory_database") }
    : { name: name("SqliteDatabase"), file: name("sqlite_database") };
}

function operationStatement(entity: EntityModel, operation: Operation): Ts {
  const path = tsLiteral(entity.path);
  const made = safe<"ts">`await ${makeName(entity)}(test.system)`;
  const body = bodyCall(entity, name("test.system"));
  switch (operation) {
    case "create":
      return safe`await expectCreates(test.client, ${path}, ${body})`;
    case "list":
      return safe`await expectLists(test.client, ${path}, ${made})`;
    case "get":
      return safe`const made = ${made}; await expectReads(test.client, \`${
        pathOf(entity)
      }/\${made.id}\`, made)`;
    case "replace":
      return safe`await expectReplaces(test.client, ${
        itemUrl(entity)
      }, ${body})`;
    case "patch":
      return safe`await expectPatches(test.client, ${itemUrl(entity)}, ${
        changeOf(entity)
      })`;
    case "delete":
      return safe`await expectDeletes(test.client, ${itemUrl(entity)})`;
  }
}

function noOperation(entity: EntityModel, operation: Operation): Ts {
  const url = operation === "list" || operation === "create"
    ? tsLiteral(entity.path)
    : itemUrl(entity);
  return safe`await expectNoOperation(test.client, ${
    tsLiteral(METHODS[operation])
  }, ${url})`;
}

function fieldStatement(
  entity: EntityModel,
  field: FieldModel,
  aspect: string | undefined,
): Ts {
  const common = safe<"ts">`test.client, ${tsLiteral(entity.path)}`;
  const body = bodyCall(entity, name("test.system"));
  const fieldName = tsLiteral(field.name);
  if (!entity.operations.includes("create")) {
    return safe`assert.ok(${fieldName} in await ${
      makeName(entity)
    }(test.system))`;
  }
  if (aspect === "required") {
    return safe`await expectRequires(${common}, ${body}, ${fieldName})`;
  }
  if (aspect === "default") {
    return safe`await expectDefault(${common}, ${body}, { field: ${fieldName}, value: ${
      tsLiteral(field.default ?? null)
    } })`;
  }
  if (aspect === "unique") {
    const taken = safe<"ts">`(await ${makeName(entity)}(test.system)).${
      name(field.name)
    }`;
    return safe`await expectRefusesValue(${common}, ${body}, { field: ${fieldName}, value: ${taken}, status: 409 })`;
  }
  if (aspect === "immutable") {
    const other = otherValue(field) ?? tsLiteral(null);
    const change = tsObject({ [field.name]: other });
    return safe`expectProblem(await test.client.patch(${
      itemUrl(entity)
    }, ${change}), 422, ${fieldName})`;
  }
  const broken = aspect === undefined ? undefined : brokenValue(field, aspect);
  if (broken) {
    return safe`await expectRefusesValue(${common}, ${body}, { field: ${fieldName}, value: ${broken} })`;
  }
  const given = field.required || field.default === undefined && !field.relation
    ? body
    : safe<"ts">`{ ...${body}, ${name(field.name)}: ${
      otherValue(field) ?? tsLiteral(sampleValue(field))
    } }`;
  return safe`await expectKeeps(${common}, ${given}, ${fieldName})`;
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
  if (aspect === "pattern") return tsLiteral("\u{1F6AB}");
  return outOfRange(field).find(([title]) => title === titles[aspect])?.[1];
}

function itemUrl(
  entity: EntityModel,
  overrides?: Ts,
  suffix: Ts = safe``,
): Ts {
  const made = overrides
    ? safe<"ts">`(await ${makeName(entity)}(test.system, ${overrides})).id`
    : safe<"ts">`(await ${makeName(entity)}(test.system)).id`;
  return safe`\`${pathOf(entity)}/\${${made}}${suffix}\``;
}

function changeOf(entity: EntityModel): Ts {
  for (const field of entity.fields) {
    const value = otherValue(field);
    if (!field.immutable && value !== undefined) {
      return tsObject({ [field.name]: value });
    }
  }
  return tsObject({});
}

function unknownReference(reference: string): RangeError {
  return new RangeError(
    `Cannot test the requirement "${reference}": found nothing of that name in the model`,
  );
}

const CHECKS = [
  "expectAction",
  "expectCreates",
  "expectDefault",
  "expectDeletes",
  "expectKeeps",
  "expectLists",
  "expectNoOperation",
  "expectPatches",
  "expectReads",
  "expectRefusesValue",
  "expectReplaces",
  "expectRequires",
];
