/**
 * What the tests of a resource are told of it: all that is declared, as data.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type {
  AccessModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  type Name,
  name,
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { ImportView, ResourceSubjectView } from "../../templates/views.ts";
import { resourceNamed } from "../model/api_context.ts";
import { answerTo } from "./access_actors.ts";
import { makerRole } from "./access_view.ts";
import { membersBefore } from "./action_state.ts";
import { outOfRange } from "./bad_values.ts";
import { findEntity } from "./component_views.ts";
import { effectOf, forbiddenStates } from "./contract_actions.ts";
import { specConstant } from "./entity_view.ts";
import { linkedEntities, listsObject } from "./resource_list_view.ts";
import { resourceConstant } from "./resource_views.ts";
import { otherValue } from "./other_values.ts";
import { initialValue } from "./sample_values.ts";
import { restores } from "./restore_view.ts";
import { trialStates } from "./state_subject_view.ts";
import { visibleMembers } from "./state_rules_view.ts";

type Ts = Safe<"ts">;

/** Describes the subject of a resource's tests. */
export function resourceSubjectView(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): ResourceSubjectView {
  const entity = findEntity(system, resource.entity);
  const { access, marks = [] } = entity;
  const rules = access?.rules ?? {};
  const open = Object.keys(rules).filter((operation) =>
    rules[operation]?.includes("everyone")
  );
  const role = sampleRole(entity, system);
  return {
    labelPlural: comment(resource.plural.words),
    constant: subjectConstant(resource),
    resource: resourceConstant(resource),
    file: name(resource.name.snake),
    models: modelsOf(resource, system),
    others: othersOf(resource, api),
    subject: tsObject({
      resource: resourceConstant(resource),
      shape: name("API_SHAPE"),
      errors: tsLiteral(api.errors),
      operations: tsArray(
        resource.operations.map(({ operation, method, status }) =>
          tsObject({
            operation: tsLiteral(operation),
            method: tsLiteral(method),
            status: tsLiteral(status),
            ...actingRole(operation, entity, role),
          })
        ),
      ),
      actions: listOf(entity.actions.map((action) =>
        tsObject({
          name: tsLiteral(action.name.kebab),
          before: beforeAction(action, entity),
          effect: effectOf(action),
          refused: listOf(
            forbiddenStates(action, entity).map((one) => one.state),
          ),
          ...actingRole(action.name.kebab, entity, role),
        })
      )),
      restores: restores(resource, entity)
        ? tsObject(actingRole("restore", entity, role))
        : undefined,
      marks: listOf(marks.map((mark) =>
        tsObject({
          name: tsLiteral(mark.name.camel),
          path: mark.name.kebab === mark.name.camel
            ? undefined
            : tsLiteral(mark.name.kebab),
          link: specConstant(findEntity(system, mark.link)),
          target: tsLiteral(mark.target),
          user: tsLiteral(mark.user),
          ...actingRole(mark.name.camel, entity, undefined),
        })
      )),
      links: listOf(
        resource.links.map((link) => linkSubject(link, resource, api, system)),
      ),
      lists: listsObject(resource, system),
      aggregates: listOf(
        resource.aggregates.map(({ name }) => tsLiteral(name.kebab)),
      ),
      bulk: resource.bulk && tsLiteral(resource.bulk.operations),
      users: system.users && tsLiteral(system.users.entity),
      owner: access?.assignsOwner ? tsLiteral(access.owner) : undefined,
      role: role === undefined ? undefined : tsLiteral(role),
      open: system.users ? tsLiteral(open) : undefined,
      states: trialStates(resource, system),
      listsOwn: isOwn(rules["list"] ?? [], role) ? tsLiteral(true) : undefined,
      ...fieldsOf(entity, [
        resource.parent?.field,
        assigned(access),
        access?.role,
      ]),
    }),
  };
}

/** Renders the state from which an action leads on; examples that not everybody would see do not begin as others do. */
function beforeAction(
  action: EntityModel["actions"][number],
  entity: EntityModel,
): Ts {
  const seen = Object.keys(visibleMembers(entity));
  const begun = entity.fields.filter(({ name }) => seen.includes(name))
    .map((field) => [field.name, tsLiteral(initialValue(field))] as const);
  return tsObject(
    Object.fromEntries([...begun, ...membersBefore(action, entity)]),
  );
}

/** Renders a many-to-many relation, and who may change it. */
function linkSubject(
  { link, resource: name, param }: ResourceModel["links"][number],
  { entity: entityName }: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Ts {
  const entity = findEntity(system, entityName);
  const other = resourceNamed(api, name);
  const rule = entity.access?.rules["patch"] ?? [];
  const stranger = entity.access && answerTo(
    "patch",
    { title: "", kind: "other", role: system.users?.roles[0] },
    entity.access,
    entityName === system.users?.entity,
  );
  return tsObject({
    path: tsLiteral(link.name.kebab),
    link: specConstant(findEntity(system, link.link)),
    own: tsLiteral(link.own),
    other: tsLiteral(link.other),
    resource: other && resourceConstant(other),
    param: tsLiteral(param),
    ...actingRole("patch", entity, sampleRole(entity, system)),
    open: rule.includes("everyone") ? tsLiteral(true) : undefined,
    stranger: typeof stranger === "number" ? tsLiteral(stranger) : undefined,
  });
}

/** Names the constant of a resource's subject. */
export function subjectConstant({ name: { constant } }: ResourceModel): Name {
  return name(`${constant}_SUBJECT`);
}

/** Renders what is declared of an entity's fields, but for those that are set from elsewhere. */
export function fieldsOf(
  entity: EntityModel,
  elsewhere: readonly (string | undefined)[],
): Record<"required" | "others" | "refused" | "derived", Ts | undefined> {
  const fields = entity.fields.filter((field) =>
    !field.readOnly && !elsewhere.includes(field.name)
  );
  const own = fields.filter(({ relation, decided }) => !relation && !decided);
  const derived = entity.fields.filter(({ from, readOnly }) =>
    from !== undefined || readOnly
  );
  return {
    required: tsLiteral(
      fields.filter(({ required }) => required).map(({ name }) => name),
    ),
    others: tsObject(
      Object.fromEntries(own.map((field) => [field.name, otherValue(field)])),
    ),
    refused: tsArray(fields.flatMap(refusedValues)),
    derived: derived.length === 0
      ? undefined
      : tsLiteral(derived.map(({ name }) => name)),
  };
}

function refusedValues(field: FieldModel): Ts[] {
  return outOfRange(field).map(([what, value]) =>
    tsObject({
      field: tsLiteral(field.name),
      what: tsLiteral(what),
      value,
    })
  );
}

/** The role of whom samples belong to; users belong to themselves. */
function sampleRole(
  entity: EntityModel,
  { users }: SystemModel,
): string | undefined {
  return entity.name.snake === users?.entity ? undefined : makerRole(entity);
}

/** Who carries out what: nobody, or only a role. */
function actingRole(
  operation: string,
  { access }: EntityModel,
  role: string | undefined,
): { readonly role?: Ts; readonly closed?: Ts } {
  if (access === undefined) return {};
  const rule = access.rules[operation] ?? [];
  const [first] = rule;
  if (first === undefined) return { closed: tsLiteral(true) };
  const isAnybody = rule.some((word) =>
    ["everyone", "users", "owner"].includes(word) || word === role
  );
  return isAnybody ? {} : { role: tsLiteral(first) };
}

function isOwn(rule: readonly string[], role: string | undefined): boolean {
  return rule.includes("owner") && !rule.includes("everyone") &&
    !rule.includes("users") && !(role !== undefined && rule.includes(role));
}

function assigned(access: AccessModel | undefined): string | undefined {
  return access?.assignsOwner ? access.owner : undefined;
}

function listOf(items: readonly Ts[]): Ts | undefined {
  return items.length === 0 ? undefined : tsArray(items);
}

/** The resources at the other ends, where they are not the one on trial. */
function othersOf(
  { name: own, links }: ResourceModel,
  api: ApiModel,
): readonly ImportView[] {
  const names = new Set(links.map(({ resource }) => resource));
  return [...names].filter((one) => one !== own.snake).sort().flatMap((one) => {
    const resource = resourceNamed(api, one);
    return resource
      ? [{
        constant: resourceConstant(resource),
        file: name(resource.name.snake),
      }]
      : [];
  });
}

function modelsOf(
  resource: ResourceModel,
  system: SystemModel,
): readonly ImportView[] {
  const { marks = [] } = findEntity(system, resource.entity);
  const entities = new Set([
    ...linkedEntities(resource, system),
    ...marks.map(({ link }) => findEntity(system, link)),
    ...resource.links.map(({ link }) => findEntity(system, link.link)),
  ]);
  return [...entities].map((entity) => ({
    constant: specConstant(entity),
    file: name(entity.name.snake),
  })).sort((a, b) => (a.file < b.file ? -1 : 1));
}
