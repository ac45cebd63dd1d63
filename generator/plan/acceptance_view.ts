/**
 * One acceptance test for each thing a requirement became.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { AcceptanceView } from "../../templates/views.ts";
import {
  fieldProof,
  madeForReplacing,
  type Proof,
} from "./acceptance_field.ts";
import { stateBefore } from "./action_state.ts";
import { METHODS, pathOf } from "./contract_paths.ts";
import { bodyCall, makeName, otherExpression } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes the acceptance tests of a system. */
export function acceptanceView(system: SystemModel): AcceptanceView {
  const proofs = system.requirements.flatMap((requirement) =>
    requirement.covers.map((reference) => ({
      title: `${requirement.id} ${reference}`,
      text: requirement.text,
      proof: proofOf(reference, system),
    }))
  );
  const tests = proofs.flatMap(({ title, text, proof }) =>
    "reason" in proof ? [] : [{
      title: tsLiteral(`${title}: ${text}`),
      statement: proof.statement,
      usesSystem: proof.statement.includes("test."),
    }]
  );
  const used = (called: string) =>
    tests.some(({ statement }) =>
      new RegExp(`\\b${called}\\b`).test(statement)
    );
  const samples = system.entities.flatMap((
    entity,
  ) => [makeName(entity), name(`${entity.name.camel}Body`)]);
  return {
    tests,
    untested: proofs.flatMap(({ title, proof }) =>
      "reason" in proof ? [comment(`${title}: ${proof.reason}`)] : []
    ),
    checks: CHECKS.filter(used).map(name),
    samples: samples.filter(used).toSorted(),
    usesSystem: tests.some((test) => test.usesSystem),
    usesConfig: used("readSystemConfig"),
    usesAssert: tests.some(({ statement }) => statement.includes("assert.")),
    responses: ["expectContains", "expectProblem"].filter(used).map(name),
    outcomes: ["expectFailure", "expectValue"].filter(used).map(name),
    database: tests.some(({ statement }) => statement.includes(" instanceof "))
      ? databaseOf(system)
      : undefined,
  };
}

/** Says why what a requirement became has no acceptance test; undefined when it has one. */
export function untestedReason(
  reference: string,
  system: SystemModel,
): string | undefined {
  const proof = proofOf(reference, system);
  return "reason" in proof ? proof.reason : undefined;
}

/** Says why who may do it is shown by the tests of users and access; undefined where it is not. */
function shownElsewhere(
  entity: EntityModel,
  member: string | undefined,
  aspect: string | undefined,
  system: SystemModel,
): string | undefined {
  if (entity.name.snake === system.users?.entity) {
    return "the tests of users and access show it";
  }
  if (entity.name.snake === system.users?.tenant?.entity) {
    return "nobody sees another's, which tests/access tries";
  }
  const field = entity.fields.find(({ name, relation }) =>
    name === member || relation?.name === member
  );
  if (field?.assigned) {
    return "it is whoever is signed in, which tests/access tries";
  }
  if (field?.decided && aspect === undefined) {
    return "not everybody may set it, which tests/access tries";
  }
  return isDenied(entity, member) ? "no rule lets anybody do it" : undefined;
}

function isDenied({ access, actions }: EntityModel, member?: string): boolean {
  if (access === undefined || member === undefined) return false;
  const action = actions.find(({ name }) =>
    name.camel === member || name.snake === member
  );
  const rule = access.rules[action?.name.kebab ?? member];
  return rule !== undefined && rule.length === 0;
}

function proofOf(reference: string, system: SystemModel): Proof {
  if (system.api) {
    return {
      reason: "the API has a shape of its own; tests/contract tries it",
    };
  }
  if (reference === "http") {
    return {
      statement:
        safe`assert.equal((await test.client.get("/openapi.json")).status, 200)`,
    };
  }
  if (reference === "http.port") {
    return {
      statement: safe`assert.equal(readSystemConfig(new Map(${
        system.users
          ? safe<"ts">`[["AUTH_SECRET", "0123456789abcdef0123456789abcdef"]]`
          : safe<"ts">``
      })).port, ${system.port})`,
    };
  }
  const negated = reference.startsWith("not ");
  const [entityName, member, aspect] = reference.replace(/^not /, "").split(
    ".",
  );
  const entity = system.entities.find((entity) =>
    entity.name.snake === entityName
  );
  if (reference === `store.${system.engine}`) {
    return { statement: storeStatement(system) };
  }
  if (reference === "users") {
    return { reason: "tests/unit/auth_controller_test.ts tries to get in" };
  }
  if (!entity) throw unknownReference(reference);
  const reason = shownElsewhere(entity, member, aspect, system);
  if (reason !== undefined) return { reason };
  if (negated) {
    return { statement: noOperation(entity, member as Operation) };
  }
  if (member === undefined) return { statement: existence(entity, system) };
  if (member in METHODS) {
    return {
      statement: operationStatement(entity, member as Operation, system),
    };
  }
  const action = entity.actions.find(({ name }) =>
    aspect === undefined && [name.snake, name.camel].includes(member)
  );
  if (action) {
    return { statement: actionStatement(entity, action, system) };
  }
  if (entity.marks?.some(({ name }) => name.camel === member)) {
    return { reason: "the contract tests of the resource set and clear it" };
  }
  const field = entity.fields.find(({ name, relation }) =>
    name === member || relation?.name === member
  );
  if (!field) throw unknownReference(reference);
  return fieldProof({ entity, field, system }, aspect);
}

function actionStatement(
  entity: EntityModel,
  action: EntityModel["actions"][number],
  system: SystemModel,
): Ts {
  const before = stateBefore(action, entity, system);
  const made = before
    ? safe<"ts">`await ${makeName(entity)}(test.system, ${before})`
    : safe<"ts">`await ${makeName(entity)}(test.system)`;
  const effect = tsObject(
    Object.fromEntries(
      Object.entries(action.set).map(([field, value]) => [
        field,
        value === "$now" ? name("NOW") : tsLiteral(value),
      ]),
    ),
  );
  return safe`await expectAction(test.client, \`${
    pathOf(entity)
  }/\${(${made}).id}/${name(action.name.kebab)}\`, ${effect})`;
}

/** Tells that there are such things: by its first operation, or, without one, by making one inside. */
function existence(entity: EntityModel, system: SystemModel): Ts {
  const [first] = entity.operations;
  return first
    ? operationStatement(entity, first, system)
    : safe`assert.ok((await ${makeName(entity)}(test.system)).id)`;
}

function storeStatement(system: SystemModel): Ts {
  const store = system.components.find((component) =>
    component.type === "Store"
  );
  return safe`assert.ok(test.system.${
    name(camelCase(store?.name ?? "store"))
  }.config.database instanceof ${databaseOf(system).name})`;
}

function databaseOf(system: SystemModel): { name: Name; file: Name } {
  const [type, file] = DATABASES[system.engine];
  return { name: name(type), file: name(file) };
}

function operationStatement(
  entity: EntityModel,
  operation: Operation,
  system: SystemModel,
): Ts {
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
      return replaceStatement(entity);
    case "patch":
      return safe`await expectPatches(test.client, ${itemUrl(entity)}, ${
        changeOf(entity, system)
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

/** What may not change is sent back as it is; without such fields the example body will do. */
function replaceStatement(entity: EntityModel): Ts {
  const { before, url, body } = madeForReplacing(entity);
  return safe`${before}await expectReplaces(test.client, ${url}, ${body})`;
}

function itemUrl(entity: EntityModel): Ts {
  return safe`\`${pathOf(entity)}/\${(await ${
    makeName(entity)
  }(test.system)).id}\``;
}

function changeOf(entity: EntityModel, system: SystemModel): Ts {
  for (const field of entity.fields) {
    const value = otherExpression(field, system);
    if (!field.immutable && !field.readOnly && value !== undefined) {
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
  "NOW",
  "creating",
  "expectAction",
  "expectCreates",
  "expectDefault",
  "expectDeletes",
  "expectKeeps",
  "expectLists",
  "expectNoOperation",
  "expectOptional",
  "expectPatches",
  "expectReads",
  "expectRefusesValue",
  "expectReplaces",
  "expectRequires",
  "expectShows",
  "patching",
  "posting",
  "putting",
];

const DATABASES = {
  memory: ["MemoryDatabase", "memory_database"],
  sqlite: ["SqliteDatabase", "sqlite_database"],
  postgres: ["PostgresDatabase", "postgres_database"],
} as const;
