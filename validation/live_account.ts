/**
 * The account by which a running system with users is looked at.
 *
 * @module
 */
import type {
  EntityModel,
  SystemModel,
} from "../generator/model/system_model.ts";
import { fieldName } from "../generator/model/api_naming.ts";
import { registeredEntity, userOf } from "../generator/plan/access_view.ts";
import { withFieldExamples } from "../generator/plan/field_examples.ts";
import { exampleBody } from "../generator/plan/sample_values.ts";
import { tenantExample } from "../generator/plan/tenant_view.ts";
import { CANARY } from "./check_endpoints.ts";
import { GeneratedSystemError } from "./errors.ts";
import { probe } from "./http_probe.ts";
import { unwrapped, wrapped } from "./live_creations.ts";

/** Somebody who is signed in to a running system. */
export interface SignedIn {
  /** The access token. */
  readonly token: string;
  /** The word before it. */
  readonly scheme: string;
  /** The id of the user, by the name of the users' entity. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether they may do something with an entity that is theirs. */
  may(entity: EntityModel, operation: string): boolean;
}

/** An account that the settings of a system make. */
export interface Account {
  /** The settings. */
  readonly env: Readonly<Record<string, string>>;
  /** The fields of the user with the password, as the settings have them. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Signs in. */
  signIn(url: string, signal: AbortSignal): Promise<SignedIn>;
}

/** Makes an account with a role, the last one unless another is named; its password is looked for in the log. Undefined without users. */
export async function accountFor(
  model: SystemModel,
  role: string | undefined = model.users?.roles.at(-1),
): Promise<Account | undefined> {
  const { users } = model;
  if (!users) return undefined;
  const complete = await withFieldExamples(model);
  const user = userOf(complete);
  const body = exampleBody(registeredEntity(user));
  const password = `${CANARY}-password`;
  const firstUser = {
    ...body,
    ...tenantExample(complete),
    ...(role === undefined ? {} : { role }),
    password,
  };
  return {
    fields: firstUser,
    env: {
      AUTH_SECRET: `${CANARY}-${crypto.randomUUID()}`,
      FIRST_USER: JSON.stringify(firstUser),
    },
    async signIn(url, signal) {
      const { path, sent, read } = loginOf(model, {
        [users.signIn]: body[users.signIn],
        password,
      });
      const method = "POST";
      const answer = await probe(url + path, {
        method,
        body: sent,
        signal,
        timeoutMs: SIGN_IN_MS,
      });
      const { token, id } = read(answer.json);
      if (token === undefined) {
        throw new GeneratedSystemError(
          `Cannot sign in: found ${answer.status}, wanted the user of FIRST_USER`,
        );
      }
      return {
        token,
        scheme: model.api?.scheme ?? "Bearer",
        ids: new Map(id === undefined ? [] : [[users.entity, id]]),
        may: (entity, operation) => mayAs(role, entity, operation),
      };
    },
  };
}

/** Tells whether somebody with a role may do something with an entity that is theirs. */
export function mayAs(
  role: string | undefined,
  { access }: EntityModel,
  operation: string,
): boolean {
  return (access?.rules[operation] ?? []).some((word) =>
    ["everyone", "users", "owner", role].includes(word)
  );
}

/** How one signs in, in the shape that the API has. */
function loginOf(
  { api, users }: SystemModel,
  { password, ...names }: Readonly<Record<string, unknown>>,
): {
  readonly path: string;
  readonly sent: unknown;
  readonly read: (json: unknown) => { token?: string; id?: string };
} {
  const account = api?.account;
  if (!api || !account) {
    return {
      path: `${api?.basePath ?? ""}/auth/login`,
      sent: { ...names, password },
      read: (json) => {
        const { accessToken, user } = (json ?? {}) as {
          accessToken?: string;
          user?: { id?: string };
        };
        return { token: accessToken, id: user?.id };
      },
    };
  }
  const field = fieldName(api, account.shows, users?.signIn ?? "");
  const [name] = Object.values(names);
  const token = account.shows.find(({ kind }) => kind === "token")?.name;
  const id = fieldName(api, account.shows, "id");
  return {
    path: account.login,
    sent: wrapped(api, account.name, { [field]: name, password }),
    read: (json) => {
      const shown = unwrapped(api, account.name, json) ?? {};
      const members = new Map(Object.entries(shown));
      return {
        token: textOf(members.get(token ?? "")),
        id: textOf(members.get(id)),
      };
    },
  };
}

/** The password's hash is made to be slow, and slower yet where others work at the same time. */
const SIGN_IN_MS = 30_000;

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
