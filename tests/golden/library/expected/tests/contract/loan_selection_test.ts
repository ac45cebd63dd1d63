/**
 * Reads of loans that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeLoan } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /loans answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeLoan(test.system);
  await expectSelection({
    client: test.client,
    path: "/loans",
    id,
    fields: ["dueDate", "returned", "bookId", "memberId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /loans includes book", async () => {
  await using test = await startTestSystem();
  const { id } = await makeLoan(test.system);
  await expectInclude({
    path: "/loans",
    name: "book",
    kind: "one",
    others: "/books",
    field: "bookId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /loans includes member", async () => {
  await using test = await startTestSystem();
  const { id } = await makeLoan(test.system);
  await expectInclude({
    path: "/loans",
    name: "member",
    kind: "one",
    others: "/members",
    field: "memberId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /loans costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/loans?limit=50&include=book,member"),
    make: async () => {
      await makeLoan(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
