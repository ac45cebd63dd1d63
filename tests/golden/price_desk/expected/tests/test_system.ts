/**
 * Starts the system for a test: whole, in this process, with a database of its own.
 *
 * @module
 */
import type { LogEntry } from "@autocoder/harness";
import type { CustomEndpoint } from "../kit/custom_endpoint.ts";
import { SYSTEM_ENDPOINTS } from "../logic/system_endpoints.ts";
import { type ApiClient, apiClient } from "../kit/testing.ts";
import { ApiError, Client } from "../client/client.ts";
import { buildSystem, type System } from "../main.ts";

/** A system under test. */
export interface TestSystem extends AsyncDisposable {
  /** The system. */
  readonly system: System;
  /** What it has logged. */
  readonly log: readonly LogEntry[];
  /** Calls its API without the network. */
  readonly client: ApiClient;
  /** Sends a request as `client` does, and gives the answer as it is. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Starts a system; it listens on a free port of the loopback address. */
export async function startTestSystem(
  endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS,
): Promise<TestSystem> {
  const test = buildTestSystem(endpoints);
  await test.system.harness.start();
  return test;
}

/** Builds a system, for tests that have something to do before its harness starts it. */
export function buildTestSystem(
  endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS,
): TestSystem {
  const log: LogEntry[] = [];
  const system = buildSystem(
    { host: "127.0.0.1", port: 0, logLevel: "error", databasePath: ":memory:" },
    (entry) => void log.push(entry),
    endpoints,
  );
  const fetch = (request: Request) => system.apiGateway.fetch(request);
  return {
    system,
    log,
    client: apiClient(fetch),
    fetch,
    [Symbol.asyncDispose]: async () => void await system.harness.stop(),
  };
}

/** Makes a client of the system under test, without the network. */
export function clientOf(test: TestSystem): Client {
  return new Client({ url: "http://test.invalid", fetch: test.fetch });
}

/** Recognizes the error of a client's call that is refused. */
export function refusal(status: number): (error: unknown) => boolean {
  return (error) =>
    error instanceof ApiError && error.status === status &&
    error.messages.length > 0;
}
