/**
 * Who gets in, and who does not: registration, login, tokens.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { AuthController } from "../../components/auth_controller.ts";
import {
  AUTH_REQUEST_ATTACKS,
  type AuthRequestTrial,
} from "../../kit/auth_request_trials.ts";
import type { AuthConfig } from "../../kit/auth_settings.ts";
import { failed, notFound } from "../../kit/problem.ts";
import { readerBody } from "../samples.ts";
import { startTestSystem, TEST_AUTH } from "../test_system.ts";

/** Starts a system for one try. */
async function start(
  change: Partial<AuthConfig> = {},
): Promise<AuthRequestTrial> {
  const test = await startTestSystem({ ...TEST_AUTH, ...change });
  const { authController } = test.system;
  return {
    ask: (request) => authController.handleProcessRequest(request),
    signIn: "email",
    body: () => readerBody(),
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

for (const { title, run } of AUTH_REQUEST_ATTACKS) {
  Deno.test(title, () => run(start));
}
