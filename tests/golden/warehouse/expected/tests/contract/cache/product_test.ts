/**
 * What is kept of products in memory: read from there, and never as it was before a write.
 *
 * @module
 */
import { cacheTrials } from "../../../kit/cache_trials.ts";
import { PRODUCT_SPEC } from "../../../models/product.ts";
import { makeProduct } from "../../samples.ts";
import { startTestSystem } from "../../test_system.ts";

const TRIALS = cacheTrials({
  spec: PRODUCT_SPEC,
  start: () => startTestSystem(),
  make: ({ system }) => makeProduct(system),
  ask: ({ system }, request) =>
    system.productController.handleProcessRequest(request),
  writes: [
    {
      title: "it was patched",
      run: ({ system }, { id }) =>
        system.productController.handleProcessRequest({
          operation: "patch",
          body: { sku: "SR-2431" },
          id,
        }),
    },
    {
      title: "the action withdraw",
      run: ({ system }, { id }) =>
        system.productController.handleProcessRequest({
          operation: "action",
          action: "withdraw",
          id,
        }),
    },
    {
      title: "it was deleted",
      run: ({ system }, { id }) =>
        system.productController.handleProcessRequest({
          operation: "delete",
          id,
        }),
    },
    {
      title: "it was restored",
      make: async ({ system }) => {
        const made = await makeProduct(system);
        await system.productController.handleProcessRequest({
          operation: "delete",
          id: made.id,
        });
        return made;
      },
      run: ({ system }, { id }) =>
        system.productController.handleProcessRequest({
          operation: "action",
          action: "restore",
          id,
        }),
    },
    {
      title: "its supplier was deleted",
      run: ({ system }, { supplierId }) =>
        system.supplierController.handleProcessRequest({
          operation: "delete",
          id: supplierId,
        }),
    },
  ],
});

for (const { title, run } of TRIALS) Deno.test(title, run);
