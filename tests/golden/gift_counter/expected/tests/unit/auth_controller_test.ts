/**
 * Who gets in, and who does not: registration, login, tokens.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { AuthController } from "../../components/auth_controller.ts";
import { AUTH_ATTACKS, type AuthTrial } from "../../kit/auth_trials.ts";
import type { AuthConfig } from "../../kit/auth_settings.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectValue } from "../../kit/expect_outcome.ts";
import { failed, notFound } from "../../kit/problem.ts";
import { expectProblem } from "../../kit/testing.ts";
import { userBody } from "../samples.ts";
import { startTestSystem, TEST_AUTH } from "../test_system.ts";

/** Starts a system for one try. */
async function start(change: Partial<AuthConfig> = {}): Promise<AuthTrial> {
  const auth: AuthConfig = { ...TEST_AUTH, ...change };
  const test = await startTestSystem(auth);
  const { authController } = test.system;
  return {
    client: test.as(),
    auth,
    issuer: "gift_counter",
    signIn: "email",
    body: () => userBody(),
    register: async (body) => {
      const reply = await authController.handleProcessRequest({
        operation: "register",
        body,
        client: "test",
      });
      const value = expectValue(reply);
      return (value !== null && "user" in value ? value.user : value) as Entity;
    },
    remove: async (id) => {
      const reply = await authController.sendToUserRequests({
        operation: "delete",
        id,
      });
      assert.ok(reply.ok);
    },
    hashes: () => authController.hashes,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

Deno.test("AuthController has made no password hash before it is set up", () => {
  const controller = new AuthController("auth_controller", { auth: TEST_AUTH });
  assert.equal(controller.hashes, 0);
});

Deno.test("AuthController keeps the contract of a component", async () => {
  const missing = () => ({ kind: "missing" });
  await checkComponent(
    () => new AuthController("auth_controller", { auth: TEST_AUTH }),
    {
      messages: {
        process_request: [{ operation: "logout", token: "nonsense" }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        user_requests: () => failed(notFound("user")),
        credential_operation: missing,
        refresh_token_operation: missing,
      },
    },
  );
});

for (const { title, run } of AUTH_ATTACKS) Deno.test(title, () => run(start));

Deno.test("POST /auth/register makes a user and signs them in", async () => {
  await using trial = await start();
  const body = { ...await trial.body(), password: "correct horse battery" };
  const made = await trial.client.post<{ user: Entity; accessToken: string }>(
    "/auth/register",
    body,
  );
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(
    made.headers.get("location"),
    `${"/users"}/${made.body.user.id}`,
  );
  const headers = { authorization: `Bearer ${made.body.accessToken}` };
  const me = await trial.client.send("/auth/me", { headers });
  assert.deepEqual(me.body, made.body.user);
  expectProblem(await trial.client.post("/auth/register", body), 409);
});

Deno.test("POST /auth/register holds a user to the limits of each field", async (t) => {
  const tried: [string, Record<string, unknown>, number][] = [
    ["email missing", { email: undefined }, 422],
    ["email of the wrong type", { email: { not: "this" } }, 422],
    ["email too long", { email: "x".repeat(255) + "@example.com" }, 422],
    ["email malformed", { email: "not this" }, 422],
  ];
  for (const [what, change, status] of tried) {
    await t.step(what, async () => {
      await using trial = await start();
      const body = {
        ...await trial.body(),
        password: "correct horse battery",
        ...change,
      };
      const made = await trial.client.post("/auth/register", body);
      assert.equal(made.status, status, JSON.stringify(made.body));
    });
  }
});
