/**
 * Starts the system for a test: whole, in this process, with a database of its own.
 *
 * @module
 */
import type { LogEntry } from "@autocoder/harness";
import { openTestSchema } from "../kit/postgres_test_schema.ts";
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
export async function startTestSystem(): Promise<TestSystem> {
  const test = await buildTestSystem();
  await test.system.harness.start();
  return test;
}

/** Builds a system, for tests that have something to do before its harness starts it. */
export async function buildTestSystem(): Promise<TestSystem> {
  const schema = await openTestSchema();
  const log: LogEntry[] = [];
  const system = await buildSystem({
    host: "127.0.0.1",
    port: 0,
    logLevel: "error",
    databaseUrl: schema.url,
    databaseConnections: 2,
    workers: 1,
  }, (entry) => void log.push(entry));
  const fetch = (request: Request) => system.apiGateway.fetch(request);
  return {
    system,
    log,
    client: apiClient(fetch),
    fetch,
    [Symbol.asyncDispose]: async () => {
      await system.harness.stop();
      await schema[Symbol.asyncDispose]();
    },
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
