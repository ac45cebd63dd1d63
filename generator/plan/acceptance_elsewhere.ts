/**
 * What a requirement became and other tests than the acceptance tests show.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import type { MissingProof, TestPlace } from "./acceptance_proof.ts";
import { pathOf } from "./contract_paths.ts";
import { fieldsTestView } from "./fields_test_view.ts";
import { slugTests } from "./slug_tests.ts";

/** Says why who may do it is shown by the tests of users and access; undefined where it is not. */
export function shownByAccess(
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

/** Leads to the tests that try who may do something, where not all users may: an acceptance test is nobody else. */
export function accessProof(
  reference: string,
  entity: EntityModel,
  system: SystemModel,
): MissingProof | undefined {
  const [, member = "", aspect] = reference.split(".");
  const { access, actions, operations } = entity;
  if (!access || system.api || aspect !== undefined) return undefined;
  const action = actions.find(({ name }) =>
    name.camel === member || name.snake === member
  );
  const operation = operations.find((one) => one === member);
  const step = action?.name.kebab ?? operation;
  const rule = access.rules[step ?? ""];
  if (step === undefined || rule === undefined || rule.length === 0) {
    return undefined;
  }
  if (rule.includes("users") || rule.includes("everyone")) return undefined;
  return {
    reason: "who may do it is tried by the tests of access",
    elsewhere: [{ file: accessTestFile(entity), step }],
    isMore: true,
  };
}

/** Gives the path of the tests that try who may do what with an entity. */
export function accessTestFile({ name }: EntityModel): string {
  return `tests/access/${name.snake}_access_test.ts`;
}

/** Tells whether no rule lets anybody do it: an operation, or an action by its name in any spelling. */
export function isDenied(
  { access, actions }: EntityModel,
  member?: string,
): boolean {
  if (access === undefined || member === undefined) return false;
  const action = actions.find(({ name }) =>
    name.camel === member || name.snake === member
  );
  const rule = access.rules[action?.name.kebab ?? member];
  return rule !== undefined && rule.length === 0;
}

/** Lists the contract tests that show what the server makes of other fields. */
export function contractTestsOf(
  field: FieldModel,
  entity: EntityModel,
  system: SystemModel,
): readonly TestPlace[] {
  const creates = entity.operations.includes("create");
  const path = pathOf(entity);
  if (creates && slugTests(entity).some(({ name }) => name === field.name)) {
    return [{
      file: `tests/contract/${entity.name.snake}_test.ts`,
      name:
        `POST ${path} makes the ${field.name} of the ${field.from}, with a number when it is taken`,
    }];
  }
  const computed = field.computation
    ? fieldsTestView(entity, system)?.computed
    : undefined;
  return computed === undefined ? [] : [{
    file: `tests/contract/${entity.name.snake}_fields_test.ts`,
    name: `POST ${path} computes ${computed.names}`,
  }];
}
