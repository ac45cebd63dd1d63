/**
 * What clients can rely on: every endpoint of folders, called in process.
 *
 * @module
 */
import { expectProblem } from "../../kit/testing.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /folders does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/folders", { method: "GET" }), 404);
});

Deno.test("POST /folders does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/folders", { method: "POST" }), 404);
});

Deno.test("GET /folders/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/folders/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    404,
  );
});

Deno.test("PUT /folders/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/folders/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    404,
  );
});

Deno.test("PATCH /folders/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/folders/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /folders/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/folders/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
