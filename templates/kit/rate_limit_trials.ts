/**
 * Trials of the limit of requests: it holds, for each client alone, and ends.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { ClientRateLimit } from "./client_rate_limit.ts";

/** A system with a limit. */
export interface RateLimitStage extends AsyncDisposable {
  /** Answers a request over HTTP. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Gives the `Authorization` of a new user. @default the system has no users */
  readonly newUser?: () => Promise<string>;
}

/** What must hold of a system that limits requests. */
export interface RateLimitTrial {
  /** What must hold. */
  readonly title: string;
  /** Tries it on a system that `start` starts. */
  readonly run: (
    start: (limit: ClientRateLimit) => Promise<RateLimitStage>,
  ) => Promise<void>;
}

/** What must hold of every system that limits requests. */
export const RATE_LIMIT_TRIALS: readonly RateLimitTrial[] = [
  {
    title: "a client that asks too often is told when to come back, and may",
    run: async (start) => {
      let now = 0;
      await using stage = await start({ ...LIMIT, clock: () => now });
      for (const left of [2, 1, 0]) {
        const answer = await ask(stage, "one");
        assert.equal(answer.status, 404);
        assert.equal(answer.headers.get("ratelimit-policy"), POLICY);
        assert.equal(
          answer.headers.get("ratelimit"),
          `"default";r=${left};t=60`,
        );
      }
      now = 20_000;
      const refused = await ask(stage, "one");
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get("retry-after"), "40");
      assert.equal(refused.headers.get("ratelimit"), `"default";r=0;t=40`);
      assert.match(refused.headers.get("content-type") ?? "", /json/);
      assert.match(await refused.text(), /try again in 40 seconds/);
      now = 59_999;
      assert.equal((await ask(stage, "one")).status, 429);
      now = 60_000;
      assert.equal((await ask(stage, "one")).status, 404);
    },
  },
  {
    title: "a client that asks too often is in nobody else's way",
    run: async (start) => {
      await using stage = await start({ ...LIMIT, clock: () => 0 });
      await exhaust(stage, "one");
      assert.equal((await ask(stage, "two")).status, 404);
      if (stage.newUser === undefined) return;
      const [first, second] = [await stage.newUser(), await stage.newUser()];
      await exhaust(stage, "one", first);
      // A user is the same from wherever they come.
      assert.equal((await ask(stage, "three", first)).status, 429);
      assert.equal((await ask(stage, "one", second)).status, 404);
      // Who makes up tokens is nobody new by each of them.
      const madeUp = first.slice(0, -4) + "AAAA";
      assert.equal((await ask(stage, "one", madeUp)).status, 429);
    },
  },
  {
    title: "health, metrics and documents are not limited",
    run: async (start) => {
      await using stage = await start({ ...LIMIT, clock: () => 0 });
      await exhaust(stage, "one");
      for (const path of OPEN) {
        for (let i = 0; i < 5; i++) {
          const { status } = await ask(stage, "one", undefined, path);
          assert.equal(status, 200, path);
        }
      }
    },
  },
  {
    title: "no limit is set by 0",
    run: async (start) => {
      await using stage = await start({ ...LIMIT, requests: 0 });
      for (let i = 0; i < 10; i++) {
        const answer = await ask(stage, "one");
        assert.equal(answer.status, 404);
        assert.equal(answer.headers.get("ratelimit"), null);
      }
    },
  },
];

async function exhaust(
  stage: RateLimitStage,
  client: string,
  authorization?: string,
): Promise<void> {
  for (let i = 0; i < LIMIT.requests; i++) {
    assert.equal((await ask(stage, client, authorization)).status, 404);
  }
  assert.equal((await ask(stage, client, authorization)).status, 429);
}

/** Asks for what no system has: also that counts. */
async function ask(
  { fetch }: RateLimitStage,
  client: string,
  authorization?: string,
  path = "/no-such-path",
): Promise<Response> {
  const headers = {
    [LIMIT.addressHeader]: client,
    ...(authorization === undefined ? {} : { authorization }),
  };
  return await fetch(new Request(`http://test.invalid${path}`, { headers }));
}

const LIMIT = { requests: 3, seconds: 60, addressHeader: "x-test-client" };
const POLICY = `"default";q=3;w=60`;
const OPEN = ["/health", "/health/live", "/metrics", "/openapi.json", "/docs"];
