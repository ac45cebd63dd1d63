/**
 * What clients can rely on: the files of an order come back as they were sent, and nothing else is kept.
 *
 * @module
 */
import { checkFile } from "../../kit/file_trials.ts";
import { makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("PUT, GET and DELETE /orders/{id}/receipt keep a file", async (t) => {
  await checkFile(t, {
    field: "receipt",
    rule: { maxBytes: 1048576, accept: ["application/pdf", "image/png"] },
    start: async () => {
      const test = await startTestSystem();
      const { id } = await makeOrder(test.system);
      return {
        fetch: test.fetch,
        folder: test.filesDir,
        path: `/orders/${id}`,
        [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
      };
    },
  });
});
