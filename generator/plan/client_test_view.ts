/**
 * The tests of a system's client: one file for each kind of entity, and one for signing in.
 *
 * @module
 */
import { fieldName } from "../model/api_naming.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ClientSignInView,
  ClientSubjectView,
} from "../../templates/client_views.ts";
import { makerRole, registeredEntity, userOf } from "./access_view.ts";
import { nameOf, tenantNames } from "./account_tenant_view.ts";
import {
  type ClientSubject,
  clientSubjects,
  type ClientTrials,
  clientTrials,
} from "./client_subjects.ts";
import { isSampled, makeName, sampleExpression } from "./sample_views.ts";
import { openedEntity, tenantOf } from "./tenant_view.ts";

type Ts = Safe<"ts">;

/** Describes the tests of each kind of entity that something can be tried with, by the name of its part. */
export function clientTests(
  system: SystemModel,
): ReadonlyMap<Name, ClientSubjectView> {
  const tests = clientSubjects(system).flatMap((
    subject,
  ): [Name, ClientSubjectView][] => {
    const trials = clientTrials(subject, system);
    return isTried(trials)
      ? [[partFile(subject), withNames(trials, system)]]
      : [];
  });
  return new Map(tests);
}

/** Describes the test of signing in; undefined where nobody does, or nobody can ever be there to. */
export function signInView(system: SystemModel): ClientSignInView | undefined {
  if (!system.users) return undefined;
  const account = system.api?.account;
  if (account && account.register === undefined) return undefined;
  const user = userOf(system);
  const role = makerRole(user);
  const isOpen = system.users.open;
  const token = account
    ? account.shows.find(({ kind }) => kind === "token")?.name
    : "accessToken";
  if (token === undefined) return undefined;
  const sent = (field: string) =>
    system.api && account ? fieldName(system.api, account.shows, field) : field;
  // Where no rule lets anybody create users, only the settings name one, by the fields' own names.
  const isFirst = !isOpen && (user.access?.rules["create"] ?? []).length === 0;
  const fields = [
    ...sampled(registeredEntity(user), system).map((field) => ({
      ...field,
      name: name(isFirst ? field.name : sent(field.name)),
    })),
    ...(isOpen ? tenantField(system) : []),
    ...(isFirst ? tenantField({ ...system, api: undefined }) : []),
  ];
  // Settings are read before there is anything to refer to.
  if (isFirst && fields.some(({ value }) => value.includes("await "))) {
    return undefined;
  }
  const registrar: Ts | undefined = isOpen || isFirst ? undefined : safe<
    "ts"
  >`await actor(test.system${
    role === undefined ? safe`` : safe`, ${tsLiteral(role)}`
  })`;
  const signInField = name(sent(system.users.signIn));
  return {
    part: name(account ? "account" : "auth"),
    samples: samplesIn([fields, registrar], system),
    ...(registrar ? { registrar } : {}),
    isFirst,
    fields,
    signInField,
    signInTaken: isFirst && signInField !== system.users.signIn
      ? safe<"ts">`${name(system.users.signIn)}: ${signInField}`
      : signInField,
    token: name(token),
    self: name(account ? "readSelf" : "me"),
  };
}

function sampled(entity: EntityModel, system: SystemModel): SampledField[] {
  return entity.fields.filter(isSampled).map((field) => ({
    name: name(field.name),
    value: sampleExpression(field, system),
  }));
}

/** What opens a tenant for whoever registers. */
function tenantField(system: SystemModel): SampledField[] {
  const tenant = tenantOf(system);
  const relation = system.users?.tenant?.relation;
  if (!tenant || relation === undefined) return [];
  const { api } = system;
  const seen = api?.account
    ? tenantNames(api, system)
    : (field: string) => field;
  const fields = sampled(openedEntity(tenant), system);
  const members = Object.fromEntries(
    fields.map(({ name, value }) => [seen(name), value]),
  );
  const own = api?.account ? nameOf(api, system) : relation;
  return [{ name: name(own), value: tsObject(members) }];
}

interface SampledField {
  readonly name: Name;
  readonly value: Ts;
}

function partFile({ entity, resource }: ClientSubject): Name {
  return name(`${(resource ?? entity).plural.snake}_client_test`);
}

function isTried(trials: ClientTrials): boolean {
  const { create, get, list, patch, remove, actions, marks } = trials;
  return [create, get, list, patch, remove].some((one) => one !== undefined) ||
    actions.length > 0 || marks.length > 0;
}

function withNames(
  trials: ClientTrials,
  system: SystemModel,
): ClientSubjectView {
  const { create, get, list, patch, remove, marks } = trials;
  const stores = [get, list, patch, remove].some((one) => one !== undefined) ||
    marks.length > 0;
  // One that is only created, or changed by actions, is not stored by itself.
  const used = stores ? trials : { ...trials, make: safe<"ts">`` };
  const texts = textsOf(used);
  const says = (call: string) => texts.some((text) => text.includes(call));
  return {
    ...trials,
    imports: joined([
      ...(get?.ifChanged ? [name("tagOf")] : []),
      ...(create ? [safe<"ts">`type ${create.type}`] : []),
    ], safe`, `),
    clients: joined([
      ...(says("clientOf(") ? [name("clientOf")] : []),
      ...(get || remove || create?.refusesUnknown ? [name("refusal")] : []),
      ...(says("signedIn(") ? [name("signedIn")] : []),
      name("startTestSystem"),
    ], safe`, `),
    samples: samplesIn(used, system),
    usesAssert: stores || create !== undefined,
  };
}

/** Names the functions of tests/samples.ts that a view calls. */
function samplesIn(view: unknown, system: SystemModel): Ts {
  const texts = textsOf(view);
  const called = (maker: Name) =>
    texts.some((text) => text.includes(`${maker}(`));
  return joined(
    [name("actor"), ...system.entities.map(makeName)].filter(called).toSorted(),
    safe`, `,
  );
}

/** All texts in a view. */
function textsOf(view: unknown): string[] {
  if (typeof view === "string") return [view];
  if (typeof view !== "object" || view === null) return [];
  return Object.values(view).flatMap(textsOf);
}
