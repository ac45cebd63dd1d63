/**
 * Starts the system for a test: whole, in this process, with a database of its own.
 *
 * @module
 */
import type { LogEntry } from "@autocoder/harness";
import { ACCESS } from "../access/access_rules.ts";
import { type ActingEntity, actingRequest } from "../kit/acting_request.ts";
import { signAccessToken } from "../kit/access_token.ts";
import type { AuthConfig } from "../kit/auth_settings.ts";
import { sendTo } from "../kit/send_to.ts";
import { type ApiClient, apiClient } from "../kit/testing.ts";
import { ApiError, Client } from "../client/client.ts";
import type { SystemLogic } from "../logic/system_logic.ts";
import { buildSystem, type System } from "../main.ts";
import { USER_SPEC } from "../models/user.ts";
import { ARTICLE_SPEC } from "../models/article.ts";
import { actor } from "./samples.ts";

/** A system under test. */
export interface TestSystem extends AsyncDisposable {
  /** The system. */
  readonly system: System;
  /** What it has logged. */
  readonly log: readonly LogEntry[];
  /** Calls its API without the network, each time as somebody who may. */
  readonly client: ApiClient;
  /** Calls its API as nobody, or as the user whose id is given. */
  as(userId?: string): ApiClient;
  /** Makes an access token of a user. */
  readonly tokenOf: (userId: string) => Promise<string>;
  /** Sends a request as `client` does, and gives the answer as it is. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** How a system under test differs from others. */
export interface TestOptions {
  /** The guards and hooks that it has. @default none */
  readonly logic?: SystemLogic;
  /** Whether its API is called over HTTP, where it listens. @default false, without the network */
  readonly overHttp?: boolean;
}

/** The settings of users in tests: hashes are cheap, and nothing is tried too often. */
export const TEST_AUTH: AuthConfig = {
  secret: crypto.randomUUID() + crypto.randomUUID(),
  accessSeconds: 900,
  refreshSeconds: 3600,
  passwordCost: { n: 1024, r: 8, p: 1 },
  limits: {
    account: { tries: 1000, seconds: 60 },
    address: { tries: 1000, seconds: 60 },
    registration: { tries: 1000, seconds: 60 },
  },
};

/** Starts a system; it listens on a free port of the loopback address. */
export async function startTestSystem(
  auth: AuthConfig = TEST_AUTH,
  wanted: TestOptions = {},
): Promise<TestSystem> {
  const test = buildTestSystem(auth, wanted);
  await test.system.harness.start();
  return test;
}

/** Builds a system without guards and hooks, unless it is given some, for tests that have something to do before its harness starts it. */
export function buildTestSystem(
  auth: AuthConfig = TEST_AUTH,
  wanted: TestOptions = {},
): TestSystem {
  const log: LogEntry[] = [];
  const system = buildSystem(
    {
      host: "127.0.0.1",
      port: 0,
      logLevel: "error",
      databasePath: ":memory:",
      auth: auth,
    },
    (entry) => void log.push(entry),
    wanted.logic ?? {},
  );
  const serve = async (request: Request) =>
    wanted.overHttp
      ? await sendTo(await system.apiGateway.listening, request)
      : await system.apiGateway.fetch(request);
  const options = {
    secret: auth.secret,
    issuer: "reading_room",
    seconds: auth.accessSeconds,
  };
  const tokenOf = (userId: string) => signAccessToken(options, userId);
  const fetch = async (request: Request) =>
    serve(
      await actingRequest(request, ENTITIES, async (role) =>
        tokenOf((await actor(system, role)).id)),
    );
  return {
    system,
    log,
    client: apiClient(fetch),
    as: (userId) =>
      apiClient(async (request) => {
        if (userId !== undefined) {
          request.headers.set(
            "authorization",
            `Bearer ${await tokenOf(userId)}`,
          );
        }
        return await serve(request);
      }),
    tokenOf,
    fetch,
    [Symbol.asyncDispose]: async () => void await system.harness.stop(),
  };
}

/** Makes a client of the system under test, without the network. */
export function clientOf(
  test: TestSystem,
  token?: () => string | undefined | Promise<string>,
): Client {
  return new Client({ url: "http://test.invalid", fetch: test.fetch, token });
}

/** Makes a client that somebody is signed in with. */
export async function signedIn(
  test: TestSystem,
  role?: string,
): Promise<Client> {
  const { id } = await actor(test.system, role);
  return clientOf(test, () => test.tokenOf(id));
}

/** Recognizes the error of a client's call that is refused. */
export function refusal(status: number): (error: unknown) => boolean {
  return (error) =>
    error instanceof ApiError && error.status === status &&
    error.messages.length > 0;
}

const ENTITIES: readonly ActingEntity[] = [
  { path: USER_SPEC.path, access: ACCESS.user },
  { path: ARTICLE_SPEC.path, access: ACCESS.article },
];
