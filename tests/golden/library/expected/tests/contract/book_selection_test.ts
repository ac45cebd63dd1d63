/**
 * Reads of books that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBook, makeLoan } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /books answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBook(test.system);
  await expectSelection({
    client: test.client,
    path: "/books",
    id,
    fields: ["title", "author", "isbn", "publishedYear", "numberOfCopies"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /books includes loans", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBook(test.system);
  await makeLoan(test.system, { bookId: id });
  await makeLoan(test.system, { bookId: id });
  await expectInclude({
    path: "/books",
    name: "loans",
    kind: "many",
    others: "/loans",
    field: "bookId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /books costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/books?limit=50&include=loans"),
    make: async () => {
      const { id } = await makeBook(test.system);
      await makeLoan(test.system, { bookId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
