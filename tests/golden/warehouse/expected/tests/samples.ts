/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Supplier } from "../models/supplier.ts";
import type { Product } from "../models/product.ts";
import type { Withdrawal } from "../models/withdrawal.ts";

/** Makes a body that creates a supplier. */
export function supplierBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a supplier. */
export async function makeSupplier(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Supplier> {
  const body = { ...supplierBody(), ...overrides };
  return expectValue(
    await system.supplierController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Supplier;
}

/** What the sku of a product may be. */
export const PRODUCT_SKU_EXAMPLES: readonly string[] = [
  "EX-5064",
  "WO-7036",
  "VA-1072",
  "BI-2627",
  "DD-1232",
  "EU-1772",
  "BU-2254",
  "OD-0376",
  "MD-1516",
  "IV-3909",
  "RO-0909",
  "WQ-2294",
  "KX-2170",
  "KV-9588",
  "NW-1019",
  "TC-1992",
  "NB-0873",
  "TE-1068",
  "CR-2424",
  "WD-6169",
  "IS-5238",
  "AA-3905",
  "JX-4455",
  "UT-0080",
  "IP-5508",
  "EB-2810",
  "CK-1073",
  "HZ-8004",
  "UE-0185",
  "HJ-4193",
  "DA-6523",
  "AG-2622",
  "TI-7202",
  "NT-4827",
  "DV-3721",
  "DE-4411",
  "BV-1031",
  "BB-4263",
  "JX-0910",
  "MM-6043",
  "AF-1303",
  "BT-9489",
  "GA-5721",
  "HW-8266",
  "BN-7820",
  "EX-8206",
  "MC-2782",
  "XC-4993",
  "WV-3101",
];

/** Makes a body that creates a product. */
export async function productBody(
  system: System,
): Promise<Record<string, unknown>> {
  made++;
  return {
    sku: pick(PRODUCT_SKU_EXAMPLES),
    title: "Some title",
    supplierId: (await makeSupplier(system)).id,
  };
}

/** Stores a product. */
export async function makeProduct(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Product> {
  const body = { ...await productBody(system), ...overrides };
  return expectValue(
    await system.productController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Product;
}

/** Makes a body that creates a withdrawal. */
export async function withdrawalBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    quantity: 1,
    productId: (await makeProduct(system)).id,
  };
}

/** Stores a withdrawal. */
export async function makeWithdrawal(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Withdrawal> {
  const body = { ...await withdrawalBody(system), ...overrides };
  return expectValue(
    await system.withdrawalController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Withdrawal;
}

// Counts what has been made, so that unique fields differ.
let made = 0;

/** Picks another of the values each time, and after the last the first again. */
function pick(values: readonly unknown[]): unknown {
  return values[made % values.length];
}
