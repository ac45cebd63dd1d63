/**
 * Starts the system for a test: whole, in this process, with a database of its own.
 *
 * @module
 */
import type { LogEntry } from "@autocoder/harness";
import { signAccessToken } from "../kit/access_token.ts";
import type { AuthConfig } from "../kit/auth_settings.ts";
import { type ApiClient, apiClient } from "../kit/testing.ts";
import { ApiError, Client } from "../client/client.ts";
import { buildSystem, type System } from "../main.ts";
import { actor } from "./samples.ts";

/** A system under test. */
export interface TestSystem extends AsyncDisposable {
  /** The system. */
  readonly system: System;
  /** What it has logged. */
  readonly log: readonly LogEntry[];
  /** Calls its API without the network, as nobody. */
  readonly client: ApiClient;
  /** Calls its API as nobody, or as the user whose id is given. */
  as(userId?: string): ApiClient;
  /** Makes an access token of a user. */
  readonly tokenOf: (userId: string) => Promise<string>;
  /** The folder of its files. */
  readonly filesDir: string;
  /** Sends a request as `client` does, and gives the answer as it is. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
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
): Promise<TestSystem> {
  const test = buildTestSystem(auth);
  await test.system.harness.start();
  return test;
}

/** Builds a system, for tests that have something to do before its harness starts it. */
export function buildTestSystem(auth: AuthConfig = TEST_AUTH): TestSystem {
  const filesDir = `data/test_files/${crypto.randomUUID()}`;
  const log: LogEntry[] = [];
  const system = buildSystem({
    host: "127.0.0.1",
    port: 0,
    logLevel: "error",
    databasePath: ":memory:",
    filesDir: filesDir,
    auth: auth,
  }, (entry) => void log.push(entry));
  const options = {
    secret: auth.secret,
    issuer: "vet_rounds",
    seconds: auth.accessSeconds,
  };
  const tokenOf = (userId: string) => signAccessToken(options, userId);
  const fetch = (request: Request) => system.apiGateway.fetch(request);
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
        return await system.apiGateway.fetch(request);
      }),
    tokenOf,
    fetch,
    filesDir,
    [Symbol.asyncDispose]: async () => {
      await system.harness.stop();
      await Deno.remove(filesDir, { recursive: true });
    },
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
