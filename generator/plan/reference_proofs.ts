/**
 * How each thing that a requirement became is proved: by acceptance tests, by other tests, or by nothing.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { accessProof, shownByAccess } from "./acceptance_elsewhere.ts";
import { fieldProof, madeForReplacing } from "./acceptance_field.ts";
import type { Proof, TestPlace } from "./acceptance_proof.ts";
import { stateBefore } from "./action_state.ts";
import { METHODS, pathOf } from "./contract_paths.ts";
import { endpointProof, logicProofs } from "./logic_proofs.ts";
import { effectOf } from "./played_example.ts";
import { bodyCall, makeName, otherExpression } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** How what a requirement became is proved. */
export interface ReferenceProofs {
  /** Whether acceptance tests show it, or a part of it. */
  readonly accepted: boolean;
  /** The other tests that show it, or a part of it. */
  readonly elsewhere: readonly TestPlace[];
  /** Why nothing shows it, or a part of it. */
  readonly reasons: readonly string[];
}

/** Says how what a requirement became is proved. */
export function referenceProofs(
  reference: string,
  system: SystemModel,
): ReferenceProofs {
  const proofs = proofsOf(reference, system);
  const missing = proofs.filter((proof) => "reason" in proof);
  return {
    accepted: missing.length < proofs.length,
    elsewhere: missing.flatMap(({ elsewhere = [] }) => elsewhere),
    reasons: missing.flatMap(({ reason, elsewhere = [] }) =>
      elsewhere.length > 0 ? [] : [reason]
    ),
  };
}

/** Lists how what a reference leads to is proved; the logic behind it is proved, too. */
export function proofsOf(
  reference: string,
  system: SystemModel,
): readonly Proof[] {
  const [entityName, member] = reference.replace(/^not /, "").split(".");
  const entity = system.entities.find(({ name }) => name.snake === entityName);
  const logic = entity ? logicProofs(reference, entity, system) : [];
  const isLogic = logic.length > 0 &&
    entity?.fields.some(({ name, logic }) => name === member && logic);
  if (isLogic) return logic;
  const access = entity && accessProof(reference, entity, system);
  const own = proofOf(reference, system);
  if (access === undefined) return [own, ...logic];
  return "reason" in own && own.elsewhere === undefined
    ? [{ ...access, isMore: false }, ...logic]
    : [own, access, ...logic];
}

function proofOf(reference: string, system: SystemModel): Proof {
  const endpoint = endpointOf(reference, system);
  if (endpoint) return endpointProof(endpoint, system);
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
  const reason = shownByAccess(entity, member, aspect, system);
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

/** `endpoints.quote` */
function endpointOf(
  reference: string,
  { endpoints = [], entities }: SystemModel,
): EndpointModel | undefined {
  const [head, called, ...rest] = reference.split(".");
  if (head !== "endpoints" || rest.length > 0) return undefined;
  if (entities.some(({ name }) => name.snake === head)) return undefined;
  return endpoints.find(({ name }) => name.snake === called);
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
  return safe`await expectAction(test.client, \`${
    pathOf(entity)
  }/\${(${made}).id}/${name(action.name.kebab)}\`, ${effectOf(action)})`;
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

/** Names the class of a system's database, and its file in the kit. */
export function databaseOf(system: SystemModel): { name: Name; file: Name } {
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

const DATABASES = {
  memory: ["MemoryDatabase", "memory_database"],
  sqlite: ["SqliteDatabase", "sqlite_database"],
  postgres: ["PostgresDatabase", "postgres_database"],
} as const;
