/**
 * Reads of comments that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeComment } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /comments answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeComment(test.system);
  await expectSelection({
    client: test.client,
    path: "/comments",
    id,
    fields: ["authorName", "text", "postId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /comments includes post", async () => {
  await using test = await startTestSystem();
  const { id } = await makeComment(test.system);
  await expectInclude({
    path: "/comments",
    name: "post",
    kind: "one",
    others: "/posts",
    field: "postId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /comments costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/comments?limit=50&include=post"),
    make: async () => {
      await makeComment(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
