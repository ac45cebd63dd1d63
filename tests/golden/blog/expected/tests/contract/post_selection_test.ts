/**
 * Reads of posts that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeComment, makePost } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /posts answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makePost(test.system);
  await expectSelection({
    client: test.client,
    path: "/posts",
    id,
    fields: ["title", "body", "status"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /posts includes comments", async () => {
  await using test = await startTestSystem();
  const { id } = await makePost(test.system);
  await makeComment(test.system, { postId: id });
  await makeComment(test.system, { postId: id });
  await expectInclude({
    path: "/posts",
    name: "comments",
    kind: "many",
    others: "/comments",
    field: "postId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /posts costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/posts?limit=50&include=comments"),
    make: async () => {
      const { id } = await makePost(test.system);
      await makeComment(test.system, { postId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
