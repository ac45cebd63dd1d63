/**
 * What the templates of the tests of an API of its own shape need.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type {
  AccessModel,
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
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  AccountTestView,
  ResourceAccessTestView,
  ResourcePropertyTestView,
  ResourceTestView,
  TrialSystemView,
} from "../../templates/views.ts";
import {
  type Actor,
  actorsOf,
  answerTo,
  answerUnseen,
  isMasked,
} from "./access_actors.ts";
import { makerRole, registeredEntity, userOf } from "./access_view.ts";
import { tenantsOfAccounts } from "./account_tenant_view.ts";
import { findEntity } from "./component_views.ts";
import { specConstant } from "./entity_view.ts";
import { keepsFiles } from "./file_view.ts";
import { slotExpression } from "./overlap_view.ts";
import { arbitrariesIn, arbitrary } from "./property_view.ts";
import { fieldsOf, subjectConstant } from "./resource_subject_view.ts";
import { liveTrial, trialStores } from "./live_trial_view.ts";
import { moreTrials } from "./more_trials.ts";
import { hidesFields } from "./shown_view.ts";
import { trialSight, unseenState } from "./sight_view.ts";
import { restores } from "./restore_view.ts";
import {
  bodyName,
  bodyPromise,
  controllerHandler,
  controllerOf,
  exampleList,
  makeName,
} from "./sample_views.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Describes the system that trials start. */
export function trialSystemView(system: SystemModel): TrialSystemView {
  const auth = system.components.find(({ type }) => type === "AuthController");
  const bodies = system.entities.map((entity) => ({
    key: name(entity.name.snake),
    makeName: makeName(entity),
    body: bodyPromise(trialEntity(entity, system), name("system")),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
  }));
  const samples = system.entities.flatMap((entity) => [
    makeName(entity),
    bodyName(entity),
  ]);
  return {
    samples: joined(
      [
        ...samples,
        ...(auth ? [name("actor")] : []),
        ...(system.users?.tenant ? [name("home")] : []),
      ].toSorted(),
      safe`, `,
    ),
    entities: bodies,
    ...liveTrial(system),
    files: keepsFiles(system),
    stores: trialStores(system),
    ...(trialSight(system) ? { sight: trialSight(system) } : {}),
    ...(auth ? { auth: { controller: name(camelCase(auth.name)) } } : {}),
  };
}

function trialEntity(entity: EntityModel, system: SystemModel): EntityModel {
  return system.users && entity === userOf(system)
    ? registeredEntity(entity)
    : entity;
}

/** Describes the contract test of a resource. */
export function resourceTestView(
  resource: ResourceModel,
  system: SystemModel,
): ResourceTestView {
  const more = moreTrials(resource, system);
  const usual = name("resource_trials");
  return {
    ...subjectOf(resource),
    imports: [...more, { constant: name("resourceTrials"), file: usual }]
      .toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    more,
  };
}

function subjectOf(
  resource: ResourceModel,
): Pick<ResourceTestView, "labelPlural" | "constant" | "file"> {
  return {
    labelPlural: comment(resource.plural.words),
    constant: subjectConstant(resource),
    file: name(resource.name.snake),
  };
}

/** Describes the access test of a resource; undefined in a system without users. */
export function resourceAccessTestView(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): ResourceAccessTestView | undefined {
  const entity = findEntity(system, resource.entity);
  const { access } = entity;
  if (access === undefined) return undefined;
  return {
    ...subjectOf(resource),
    one: comment(withArticle(entity.name.words)),
    owned: access.assignsOwner && access.owner !== undefined,
    trials: actorsOf(system).map((actor) => ({
      title: tsLiteral(
        `what ${actor.title} may do with ${resource.plural.words}`,
      ),
      who: whoIs(actor, system),
      steps: stepsOf(resource, asSampled(actor, entity), {
        entity,
        access,
        api,
        system,
      }),
    })),
    ...unseenTrials(resource, { entity, access, api, system }),
  };
}

/** Everything that everybody tries with one that is there only for some. */
function unseenTrials(
  resource: ResourceModel,
  steps: Steps,
): Pick<ResourceAccessTestView, "unseen"> {
  const { entity, system } = steps;
  const state = unseenState(entity);
  if (state === undefined) return {};
  return {
    unseen: {
      state: tsObject(state),
      trials: actorsOf(system).map((actor) => ({
        title: tsLiteral(
          `what ${actor.title} may do with ${resource.plural.words} that not everybody sees`,
        ),
        who: whoIs(actor, system),
        steps: stepsOf(resource, asSampled(actor, entity), {
          ...steps,
          unseen: true,
        }),
      })),
    },
  };
}

/** Renders who somebody is. */
export function whoIs({ kind, role }: Actor, { users }: SystemModel): Ts {
  return tsObject({
    kind: tsLiteral(kind === "anonymous" ? "nobody" : kind),
    role: role === undefined || role === users?.roles[0]
      ? undefined
      : tsLiteral(role),
  });
}

/** Samples belong to somebody with a role that may create them. */
export function asSampled(actor: Actor, entity: EntityModel): Actor {
  const role = makerRole(entity);
  const owns = actor.kind === "owner" && entity.access?.assignsOwner;
  return owns && role !== undefined ? { ...actor, role } : actor;
}

/** What the steps of somebody are worked out from. */
interface Steps {
  readonly entity: EntityModel;
  readonly access: AccessModel;
  readonly api: ApiModel;
  readonly system: SystemModel;
  /** Whether it is about one that is there only for some. @default false */
  readonly unseen?: boolean;
}

/** What must come of it when somebody asks for the list. */
export function listAnswer(
  resource: ResourceModel,
  actor: Actor,
  steps: Steps,
): Answer {
  const answer = answerIn("list", actor, steps);
  return !isWithin(resource, actor, steps) && isLocated("list", answer, steps)
    ? 404
    : answer;
}

function stepsOf(
  resource: ResourceModel,
  actor: Actor,
  steps: Steps,
): readonly Ts[] {
  const { entity, system } = steps;
  const standard = [
    ...resource.operations.map(({ operation }) => operation as string),
    ...entity.actions.map(({ name }) => name.kebab),
    ...(restores(resource, entity) ? ["restore"] : []),
  ].filter((operation) =>
    !(steps.unseen && operation === "create") &&
    !isMasked(operation, answerIn(operation, actor, steps), entity, system)
  );
  const marks = (entity.marks ?? []).flatMap((mark) =>
    (["POST", "DELETE"] as const).map((method) => ({
      method,
      operation: mark.name.camel,
    }))
  );
  const within = isWithin(resource, actor, steps);
  return [
    ...standard.map((operation) => ({ method: undefined, operation })),
    ...marks,
  ].map(({ method, operation }) => {
    const isMark = method !== undefined;
    const answer = isMark
      ? markAnswer(operation, actor, steps)
      : answerIn(operation, actor, steps);
    const hidden = !within && isLocated(operation, answer, steps);
    return tsObject({
      method: method && tsLiteral(method),
      operation: tsLiteral(operation),
      answer: tsLiteral(hidden ? 404 : answer),
    });
  });
}

type Answer = ReturnType<typeof answerTo>;

function answerIn(
  operation: string,
  actor: Actor,
  { access, entity, system, unseen }: Steps,
): Answer {
  if (unseen) return answerUnseen(operation, actor, access);
  return answerTo(operation, actor, access, entity === userOf(system));
}

/** Who marks must be signed in, and must be able to read what they mark. */
function markAnswer(operation: string, actor: Actor, steps: Steps): Answer {
  if (actor.kind === "anonymous") return 401;
  const answer = answerIn(operation, actor, steps);
  return answer === "allowed" ? answerIn("get", actor, steps) : answer;
}

/** Whether somebody may read all that the samples are part of. */
function isWithin(
  resource: ResourceModel,
  actor: Actor,
  { api, system, entity: part }: Steps,
): boolean {
  const above = resource.parent && resourceNamed(api, resource.parent.resource);
  if (!above) return true;
  const entity = findEntity(system, above.entity);
  const { access } = entity;
  if (access === undefined) return true;
  // It belongs to the same user if that is one of the same role.
  const isOwner = actor.kind === "owner" && part.access?.assignsOwner &&
    makerRole(part) === makerRole(entity);
  const reader: Actor = actor.kind === "owner" && !isOwner
    ? { ...actor, kind: "other" }
    : actor;
  const answer = answerTo("get", reader, access, entity === userOf(system));
  return answer === "allowed" &&
    isWithin(above, reader, { api, system, entity, access });
}

/** Whether what a request is about is looked for: it is unless the rules refuse whatever it is. */
function isLocated(
  operation: string,
  answer: Answer,
  { access }: Steps,
): boolean {
  return answer !== 401 &&
    (answer !== 403 || (access.rules[operation] ?? []).includes("owner"));
}

/** Describes the property test of a resource. */
export function resourcePropertyTestView(
  resource: ResourceModel,
  system: SystemModel,
): ResourcePropertyTestView {
  const entity = findEntity(system, resource.entity);
  const create = resource.operations.some(({ operation }) =>
    operation === "create"
  );
  const given = create ? entity.fields.filter(isGiven) : [];
  const fields = given.filter(({ slot }) => !slot).map((field) => ({
    name: name(field.name),
    arbitrary: arbitrary(field, entity),
  }));
  const slots = given.flatMap((field) => {
    const value = slotExpression(field, name("slot"));
    return value ? [{ name: name(field.name), value }] : [];
  });
  const used = arbitrariesIn(fields.map(({ arbitrary }) => arbitrary));
  const lists = given.filter(({ examples }) => examples)
    .map((field) => exampleList(entity, field));
  return {
    ...subjectOf(resource),
    create,
    fields,
    slots,
    ...(used ? { arbitraries: used } : {}),
    ...(lists.length > 0 ? { samples: joined(lists, safe`, `) } : {}),
  };
}

function isGiven(field: FieldModel): boolean {
  return !field.relation && !field.readOnly &&
    !(field.decided && !field.required);
}

/** Describes the test of accounts; undefined where they are by the conventions. */
export function accountTestView(
  { account, errors }: ApiModel,
  system: SystemModel,
): AccountTestView | undefined {
  if (!account || !system.users) return undefined;
  const user = userOf(system);
  const role = user.access?.role;
  const { derived: _derived, ...fields } = fieldsOf(user, [role]);
  const patch = user.access?.rules["patch"] ?? [];
  const [first] = system.users.roles;
  return {
    users: specConstant(user),
    usersFile: name(user.name.snake),
    hides: hidesFields(user),
    tenants: system.users.tenant !== undefined,
    subject: tsObject({
      account: name("ACCOUNT"),
      shape: name("API_SHAPE"),
      errors: tsLiteral(errors),
      entity: specConstant(user),
      signIn: tsLiteral(system.users.signIn),
      role: role === undefined ? undefined : tsLiteral(role),
      tenants: tenantsOfAccounts(system),
      changes: tsLiteral(
        patch.some((word) =>
          ["everyone", "users", "owner", first].includes(word)
        ),
      ),
      ...fields,
      tokens: tsObject({
        issuer: tsLiteral(system.name.snake),
        secret: name("TEST_AUTH.secret"),
      }),
    }),
  };
}
