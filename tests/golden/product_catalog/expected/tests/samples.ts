/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Product } from "../models/product.ts";

/** Makes a body that creates a product. */
export function productBody(): Record<string, unknown> {
  made++;
  return {
    name: "Some name",
    price: 9.5,
    sku: `Some sku ${made}`,
    category: "Some category",
  };
}

/** Stores a product. */
export async function makeProduct(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Product> {
  const body = { ...productBody(), ...overrides };
  return expectValue(
    await system.productController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Product;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
