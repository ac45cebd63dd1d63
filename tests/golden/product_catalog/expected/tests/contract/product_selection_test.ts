/**
 * Reads of products that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeProduct } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /products answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProduct(test.system);
  await expectSelection({
    client: test.client,
    path: "/products",
    id,
    fields: ["name", "price", "sku", "category", "isActive"],
    reads: ["get", "list"],
  });
});
