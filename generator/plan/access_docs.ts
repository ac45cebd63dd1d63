/**
 * What the documents of a system say about users and who may do what.
 *
 * @module
 */
import { durationWords } from "./duration_words.ts";
import type {
  AccessModel,
  EntityModel,
  SystemModel,
  UsersModel,
} from "../model/system_model.ts";
import {
  joined,
  mdCode,
  mdCommand,
  mdText,
  name,
  type Safe,
  safe,
  shJson,
} from "../../templates/safe_text.ts";
import type { ApiDocView, ReadmeView } from "../../templates/views.ts";
import { registeredEntity, userOf } from "./access_view.ts";
import { exampleBody } from "./sample_values.ts";
import { stateWords } from "./state_rules_view.ts";
import { tenantExample } from "./tenant_view.ts";

type Md = Safe<"md">;

/** Says who may do one thing. */
export function whoMay(operation: string, access: AccessModel): Md {
  const rule = access.rules[operation] ?? [];
  return rule.length === 0 ? safe`nobody` : mdText(rule.join(", "));
}

/** Says whose an entity is, for its page. */
export function accessNotes(
  entity: EntityModel,
  access: AccessModel,
): readonly Md[] {
  const { owner, assignsOwner, role, tenant, visible } = access;
  return [
    ...(assignsOwner && owner !== undefined
      ? [
        safe<"md">`It belongs to whoever creates it (${
          mdCode(owner)
        }); no body can say otherwise.`,
      ]
      : []),
    ...(tenant === undefined ? [] : [
      tenant === "id"
        ? safe<
          "md"
        >`Whoever is signed in sees their own and no other, whatever the rules say. One is opened by whoever registers.`
        : safe<"md">`Only who belongs to the same ${
          mdCode(tenant)
        } sees it, whatever the rules say; for others it is not there.`,
    ]),
    ...(visible === undefined ? [] : [
      safe<"md">`It is there only while ${
        stateWords(visible.when)
      }: else it is in no list, and what is done to it is a 404.${
        visible.always.length === 0
          ? safe<"md">``
          : safe<"md">` It always is for ${
            joined(
              visible.always.map((word) =>
                word === "owner"
                  ? safe<"md">`whoever it belongs to`
                  : mdCode(word)
              ),
              safe` and `,
            )
          }.`
      }`,
    ]),
    ...(owner === "id" && !assignsOwner
      ? [
        safe<"md">`Each is its own owner. A password is kept apart, as a hash.`,
      ]
      : []),
    ...(role === undefined ? [] : [
      safe<"md">`${
        mdCode(role)
      } is changed only by somebody whose role may change others, and never one's own.`,
    ]),
    ...(Object.values(access.rules).every((rule) => rule.length === 0)
      ? [
        safe<"md">`Nobody may do anything with ${mdText(entity.plural.words)}.`,
      ]
      : []),
  ];
}

/** Describes the page of endpoints. */
export function authDocView(
  system: SystemModel,
  users: UsersModel,
): NonNullable<ApiDocView["auth"]> {
  return {
    open: users.open,
    signIn: mdText(users.signIn),
    minutes: mdText(durationWords(users.accessSeconds)),
    refresh: mdText(durationWords(users.refreshSeconds)),
    commands: signInCommands(system),
    ...(users.tenant
      ? {
        tenants: tenantNote(users, {
          ...users.tenant,
          answered: "without tokens",
        }),
      }
      : {}),
  };
}

/** Says how users come to belong to a tenant. */
export function tenantNote(
  { open, roles }: UsersModel,
  { relation, entity, field, answered }: {
    /** What the body of a registration has it under. */
    readonly relation: string;
    readonly entity: string;
    /** Under which name users show its id. */
    readonly field?: string;
    /** How somebody is answered who has created another. */
    readonly answered: string;
  },
): Md {
  const what = mdText(entity.replaceAll("_", " "));
  const [first] = roles;
  const last = roles.at(-1);
  const as = (role: string | undefined) =>
    role === undefined ? safe<"md">`` : safe<"md">` as ${mdCode(role)}`;
  const opened = open
    ? safe<"md">`Whoever registers without a token opens one, described by ${
      mdCode(relation)
    } in the body, and joins it${as(last)}. `
    : safe<"md">`The first is opened by ${
      mdCode("FIRST_USER")
    }, which describes it by ${mdCode(relation)}. `;
  const by = field === undefined
    ? safe<"md">``
    : safe<"md">` (${mdCode(field)})`;
  return safe<
    "md"
  >`Every user belongs to one ${what}${by}, sees nothing of any other, and has their role in it alone. ${opened}Whom somebody registers who may create users, with their token, joins theirs${
    as(first)
  } and is answered ${
    mdText(answered)
  }; the body says nothing of it then. Values that are unique are so in all of them together.`;
}

/** Describes what the README says of users. */
export function authReadme(system: SystemModel): ReadmeView["auth"] {
  if (!system.users) return undefined;
  const user = userOf(system);
  const role = system.users.roles.at(-1);
  const first = {
    ...exampleBody(registeredEntity(user)),
    ...tenantExample(system),
    ...(role === undefined ? {} : { role }),
    password: "…",
  };
  return {
    signIn: signInCommands(system),
    open: system.users.open,
    roles: role !== undefined,
    firstUser: mdCode(JSON.stringify(first)),
  };
}

/** Puts a token into a shell variable. */
function signInCommands(system: SystemModel): readonly Md[] {
  const user = userOf(system);
  const body = exampleBody(registeredEntity(user));
  const signIn = system.users?.signIn ?? "";
  const open = system.users?.open ?? false;
  const given = {
    ...(open
      ? { ...body, ...tenantExample(system) }
      : { [signIn]: body[signIn] }),
    password: "a long password",
  };
  const base = system.api?.basePath ?? "";
  const scheme = name(system.api?.scheme ?? "Bearer");
  const path = open
    ? name(`${base}/auth/register`)
    : name(`${base}/auth/login`);
  return [
    mdCommand(
      safe`token=$(curl -s http://127.0.0.1:${system.port}${path} -H 'content-type: application/json' -d ${
        shJson(given)
      } | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`,
    ),
    mdCommand(
      safe`curl http://127.0.0.1:${system.port}${
        name(`${base}/auth/me`)
      } -H "authorization: ${scheme} $token"`,
    ),
  ];
}
