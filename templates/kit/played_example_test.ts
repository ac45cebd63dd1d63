import assert from "node:assert/strict";
import {
  expectAccepted,
  expectCreated,
  expectGives,
  expectRefused,
} from "./played_example.ts";
import type { ApiResponse, JsonBody } from "./testing.ts";

Deno.test("expectGives() looks at what was created, and that it was", async () => {
  const write = (answer: ApiResponse<JsonBody>) => () =>
    Promise.resolve(answer);
  const made = answered(201, { id: "a", price: 4.5 });
  await expectGives(write(made), {}, { price: 4.5 });
  await assert.rejects(expectGives(write(made), {}, { price: 5 }));
  await assert.rejects(expectGives(write(made), {}, { other: 4.5 }));
  const refused = answered(422, { price: 4.5 });
  await assert.rejects(expectGives(write(refused), {}, { price: 4.5 }));
  assert.equal(await expectCreated(write(made), {}), "a");
  await assert.rejects(expectCreated(write(refused), {}));
});

Deno.test("expectAccepted() takes what was done, and nothing else", () => {
  for (const status of [200, 201, 204]) expectAccepted(answered(status, {}));
  for (const status of [301, 400, 409, 422, 500]) {
    assert.throws(() => expectAccepted(answered(status, {})));
  }
});

Deno.test("expectRefused() takes a sentence, or what is wrong with a field, and nothing else", () => {
  const problem = (status: number, more: JsonBody = {}) =>
    answered(status, { status, type: "about:blank", title: "No", ...more });
  expectRefused(problem(409));
  expectRefused(problem(422, { errors: [{ path: "a", message: "wrong" }] }));
  assert.throws(() => expectRefused(problem(422)));
  for (const status of [200, 201, 403, 404, 500]) {
    assert.throws(() => expectRefused(problem(status)));
  }
});

function answered(status: number, body: JsonBody): ApiResponse<JsonBody> {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return { status, body, headers: new Headers({ "content-type": type }) };
}
