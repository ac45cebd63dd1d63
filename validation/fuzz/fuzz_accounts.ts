/**
 * Who calls a system while it is fuzzed: somebody of every role, somebody without a token, somebody with a forged one.
 *
 * @module
 */
import { fieldName } from "../../generator/model/api_naming.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { registeredEntity, userOf } from "../../generator/plan/access_view.ts";
import { exampleBody } from "../../generator/plan/sample_values.ts";
import { openedEntity, tenantOf } from "../../generator/plan/tenant_view.ts";
import { CANARY } from "../check_endpoints.ts";
import { probe } from "../http_probe.ts";
import type { SignedIn } from "../live_account.ts";
import { wrapped } from "../live_creations.ts";
import type { FuzzViewer } from "./fuzz_world.ts";

/** What is known before anybody else is there. */
export interface FirstAccount {
  readonly url: string;
  /** The model with examples. */
  readonly model: SystemModel;
  /** The account with the last of the roles. */
  readonly first: SignedIn & { readonly login: Record<string, unknown> };
  readonly signal: AbortSignal;
  /** The roles of those who register. @default every one but the last, or nobody's where there is one at most */
  readonly others?: readonly string[];
}

/** Lets somebody of every other role register, as far as the system lets the first account make them. */
export async function fuzzViewers(
  given: { readonly model: SystemModel } & Partial<FirstAccount>,
): Promise<readonly FuzzViewer[]> {
  const { model, first, url, signal } = given;
  const strangers: FuzzViewer[] = model.users
    ? [
      { name: "nobody", headers: {} },
      { name: "a forger", headers: { authorization: FORGED } },
    ]
    : [{ name: "anybody", headers: {} }];
  const { users } = model;
  if (!users || !first || url === undefined || !signal) return strangers;
  const top = viewerOf(model, first, users.roles.at(-1) ?? "a user");
  const others: FuzzViewer[] = [];
  const roles = given.others ??
    (users.roles.length > 1 ? users.roles.slice(0, -1) : ["another user"]);
  for (const [at, role] of roles.entries()) {
    const made = await register({ url, model, first, signal }, role, at);
    if (made) others.push(made);
  }
  return [top, ...others, ...strangers];
}

/** Lets somebody register who opens a tenant of their own; undefined where nobody may. */
export function otherTenant(
  given: FirstAccount,
): Promise<FuzzViewer | undefined> {
  const { users } = given.model;
  const tenant = tenantOf(given.model);
  const { relation } = users?.tenant ?? {};
  if (!tenant || relation === undefined) return Promise.resolve(undefined);
  const opened = exampleBody(openedEntity(tenant), { another: true });
  return register(given, users?.roles[0] ?? "a user", OTHER_TENANT, {
    [relation]: opened,
  });
}

async function register(
  { url, model, first, signal }: FirstAccount,
  role: string,
  at: number,
  opened?: Readonly<Record<string, unknown>>,
): Promise<FuzzViewer | undefined> {
  const { users, api } = model;
  const user = userOf(model);
  const fields = differing(
    exampleBody(registeredEntity(user), { another: true }),
    model,
    at,
  );
  const password = `${CANARY}-password`;
  const account = api?.account;
  const path = account
    ? account.register
    : `${api?.basePath ?? ""}/auth/register`;
  if (path === undefined || !users) return undefined;
  const headers = { authorization: `${first.scheme} ${first.token}` };
  const body = account && api
    ? wrapped(
      api,
      account.name,
      Object.fromEntries(
        Object.entries({ ...fields, ...opened, password }).map((
          [name, value],
        ) => [fieldName(api, account.shows, name), value]),
      ),
    )
    : { ...fields, ...opened, password };
  const made = await probe(url + path, {
    method: "POST",
    body,
    // Where one's own account is all there is, registering is for who has none; so it is to open a tenant.
    ...(account || opened ? {} : { headers }),
    signal,
    timeoutMs: PATIENCE_MS,
  });
  if (made.status !== 201) return undefined;
  const shown = account ? Object(made.json)[account.name] : undefined;
  const { id = Object(Object(made.json).user).id } = Object(made.json);
  const roleField = user.access?.role;
  const isOther = users.roles.length > 0 && role !== users.roles[0];
  if (isOther && roleField !== undefined && typeof id === "string") {
    const given = await probe(`${url}${user.path}/${id}`, {
      method: "PATCH",
      body: { [roleField]: role },
      headers,
      signal,
      timeoutMs: PATIENCE_MS,
    });
    if (given.status !== 200) return undefined;
  }
  const token = Object(shown).token ?? await tokenOf(url, {
    model,
    login: { [users.signIn]: fields[users.signIn], password },
    signal,
  });
  if (typeof token !== "string") return undefined;
  return {
    name: role,
    headers: { authorization: `${first.scheme} ${token}` },
    login: { ...fields, password },
    ...(typeof id === "string" ? { id } : {}),
  };
}

async function tokenOf(
  url: string,
  { model, login, signal }: {
    readonly model: SystemModel;
    readonly login: Record<string, unknown>;
    readonly signal: AbortSignal;
  },
): Promise<unknown> {
  const path = `${model.api?.basePath ?? ""}/auth/login`;
  const answer = await probe(url + path, {
    method: "POST",
    body: login,
    signal,
    timeoutMs: PATIENCE_MS,
  });
  return Object(answer.json).accessToken;
}

function viewerOf(
  { users }: SystemModel,
  { scheme, token, ids, login }: FirstAccount["first"],
  name: string,
): FuzzViewer {
  const id = ids.get(users?.entity ?? "");
  return {
    name,
    headers: { authorization: `${scheme} ${token}` },
    login,
    ...(id === undefined ? {} : { id }),
  };
}

/** What no two users share must be another for each. */
function differing(
  fields: Record<string, unknown>,
  model: SystemModel,
  at: number,
): Record<string, unknown> {
  const unique = userOf(model).fields.filter(({ unique }) => unique);
  return {
    ...fields,
    ...Object.fromEntries(
      unique.flatMap(({ name, type, maxLength = 100 }) =>
        typeof fields[name] !== "string"
          ? []
          : type === "email"
          ? [[name, `viewer${at}@example.com`]]
          : [[name, `${fields[name]}${at}`.slice(-maxLength)]]
      ),
    ),
  };
}

/** Differs from the numbers of those who register in the first tenant. */
const OTHER_TENANT = 90;
/** Passwords are hashed slowly on purpose, on a machine that may be busy. */
const PATIENCE_MS = 30_000;
/** A well-formed token that this system has not signed. */
const FORGED =
  "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTg5MGE1ZC1hYzk2LTc3NGItYmNjZS1iMzAyMDk5YTgwNTciLCJleHAiOjQwMDAwMDAwMDB9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
