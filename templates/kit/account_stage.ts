/**
 * What trials of accounts are about, and what they do again and again.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import type { AccountShape } from "./account_routes.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { viewOf } from "./expect_shown.ts";
import type { TrialApi, TrialSystem } from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** Accounts and all that is declared of them; fields have the names that the entity has for them. */
export interface AccountSubject extends TrialApi {
  /** How users see their own account, and where. */
  readonly account: AccountShape;
  /** The users. */
  readonly entity: EntitySpec;
  /** The users' field that people sign in with. */
  readonly signIn: string;
  /** The field that holds a user's role. @default there are no roles */
  readonly role?: string;
  /** The fields without which nobody registers. */
  readonly required: readonly string[];
  /** A valid value of each field that has one beside the sample's. */
  readonly others: JsonObject;
  /** Values that a field must not have. */
  readonly refused: readonly {
    readonly field: string;
    readonly what: string;
    readonly value: unknown;
  }[];
  /** The tenants that users belong to. @default there are none */
  readonly tenants?: {
    /** The entity that they are. */
    readonly entity: string;
    /** The users' field that holds the id of theirs. */
    readonly field: string;
    /** The role of who may create users; undefined where everybody who is signed in may. */
    readonly inviter?: string;
    /** Whether nobody may create users. @default false */
    readonly alone?: boolean;
    /** The role of whoever opens a tenant. @default there are no roles */
    readonly founder?: string;
    /** The role of whom somebody creates. @default there are no roles */
    readonly member?: string;
  };
  /** Whether users may change themselves. */
  readonly changes: boolean;
  /** The system's name and secret, by which tokens are forged. */
  readonly tokens: { readonly issuer: string; readonly secret: string };
}

/** Accounts on trial in a system. */
export interface AccountStage {
  /** What is declared. */
  readonly subject: AccountSubject;
  /** What must keep to it. */
  readonly system: TrialSystem;
}

/** Somebody who has registered. */
export interface Registered {
  /** The user. */
  readonly user: Entity;
  /** What they sign in with. */
  readonly name: string;
  /** A token of theirs. */
  readonly token: string;
}

/** Makes the body of a registration, in the names that clients use. */
export async function newUser(stage: AccountStage): Promise<JsonObject> {
  const { subject: { entity, account, shape }, system } = stage;
  const body = await system.bodies[entity.name]?.() ?? {};
  const named = Object.entries(body).map(([field, value]) =>
    [clientName(account.shows, field, shape.naming), value] as const
  );
  return {
    ...Object.fromEntries(named),
    ...(account.tenants?.open ? await newTenant(stage) : {}),
    [PASSWORD_FIELD]: PASSWORD,
  };
}

/** Makes the part of that body which opens a tenant, in the names that clients use; empty without tenants. */
export async function newTenant(
  { subject: { account, tenants, shape: { naming } }, system }: AccountStage,
): Promise<JsonObject> {
  const { shows = {}, name = "", accepts = [] } = account.tenants ?? {};
  const body = tenants && await system.bodies[tenants.entity]?.();
  if (!body) return {};
  const named = Object.entries(body)
    .filter(([field]) => accepts.includes(field))
    .map(([field, value]) => [clientName(shows, field, naming), value]);
  return { [clientName({}, name, naming)]: Object.fromEntries(named) };
}

/** Registers somebody past all rules, and signs them in. */
export async function registered(stage: AccountStage): Promise<Registered> {
  const { subject: { account, entity, signIn, tenants }, system } = stage;
  const body = await system.bodies[entity.name]?.() ?? {};
  const opened = account.tenants && tenants
    ? { [account.tenants.name]: await system.bodies[tenants.entity]?.() }
    : {};
  const made = { ...body, ...opened, password: PASSWORD };
  const user = await system.register?.(made);
  const token = user && await system.tokenOf?.(user.id);
  assert.ok(user && token, "found nobody who can register");
  return { user, name: String(valueOf(user, signIn)), token };
}

/** Sends the body of a registration, as somebody who may create users where others may not register. */
export async function register(
  stage: AccountStage,
  body: JsonObject,
): Promise<ApiResponse<unknown>> {
  const { register = "" } = stage.subject.account.paths;
  return await sendAs(stage, await registrarOf(stage), register, body);
}

/** Finds who registers others, where nobody registers themselves. */
export async function registrarOf(
  { subject: { account, tenants }, system }: AccountStage,
): Promise<string | undefined> {
  if (account.tenants === undefined || account.tenants.open) return undefined;
  return (await system.actor?.(tenants?.inviter))?.id;
}

/** Signs in by a name and a password. */
export function login(
  stage: AccountStage,
  name: string,
  password: string,
): Promise<ApiResponse<unknown>> {
  const { account, shape, signIn } = stage.subject;
  const field = clientName(account.shows, signIn, shape.naming);
  return send(stage, account.paths.login, { [field]: name, password });
}

/** Posts a body, as nobody. */
export function send(
  stage: AccountStage,
  path: string,
  body: JsonObject,
): Promise<ApiResponse<unknown>> {
  return sendAs(stage, undefined, path, body);
}

/** Posts a body, as a user. */
export function sendAs(
  { subject, system }: AccountStage,
  userId: string | undefined,
  path: string,
  body: JsonObject,
): Promise<ApiResponse<unknown>> {
  return system.as(userId).post<unknown>(path, enveloped(subject, body));
}

/** Changes the account of whoever has a token. */
export function change(
  stage: AccountStage,
  token: string,
  body: JsonObject,
): Promise<ApiResponse<unknown>> {
  const { changeMethod = "PATCH" } = stage.subject.account;
  return asToken(stage, token, changeMethod, body);
}

/** Asks for one's own account, or changes it, with a token. */
export function asToken(
  stage: AccountStage,
  token: string,
  method: string,
  body?: JsonObject,
): Promise<ApiResponse<unknown>> {
  const { scheme } = stage.subject.shape;
  return withHeader(stage, `${scheme} ${token}`, method, body);
}

/** Asks for one's own account, or changes it, with a header as it is. */
export async function withHeader(
  { subject, system }: AccountStage,
  authorization: string,
  method: string,
  body: JsonObject = {},
): Promise<ApiResponse<unknown>> {
  const { self } = subject.account.paths;
  const headers = { authorization, "content-type": "application/json" };
  const sent = JSON.stringify(enveloped(subject, body));
  return await system.as().send(
    self,
    method === "GET"
      ? { headers: { authorization } }
      : { method, headers, body: sent },
  );
}

function enveloped(
  { shape, account }: AccountSubject,
  body: JsonObject,
): JsonObject {
  return shape.envelope ? { [account.name]: body } : body;
}

/** Takes what an answer shows out of its envelope, which must have nothing else. */
export function accountIn(
  { shape, account }: AccountSubject,
  { body }: ApiResponse<unknown>,
): JsonObject {
  if (!shape.envelope) return body as JsonObject; // what it is compared with is the check
  const members = body as Readonly<Record<string, JsonObject>>; // likewise
  assert.deepEqual(Object.keys(members ?? {}), [account.name]);
  return members[account.name] ?? {};
}

/** Asserts that an answer shows all that an account shows and nothing else; gives the token if it is shown. */
export async function expectAccount(
  { subject, system }: AccountStage,
  answer: ApiResponse<unknown>,
  user: Entity,
): Promise<string | undefined> {
  const { account } = subject;
  const shown = accountIn(subject, answer);
  const seen = { ...system, viewerId: user.id };
  const view = await viewOf(account.shows, user, seen);
  // Whom somebody else creates is not signed in.
  const isCreated = answer.status === 201 && account.tenants?.open === false;
  if (account.token === undefined || isCreated) {
    assert.deepEqual(shown, view);
    return undefined;
  }
  const { [account.token]: token, ...rest } = shown;
  assert.deepEqual(rest, view);
  assert.equal(typeof token, "string");
  return String(token);
}

/** The name of the password in bodies. */
export const PASSWORD_FIELD = "password";
/** The password of everybody who registers. */
export const PASSWORD = "correct horse battery";
