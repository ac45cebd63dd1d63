import { assertEquals } from "@std/assert";
import { computation, settle } from "./computed_fields.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { minus, over, times } from "./exact_arithmetic.ts";
import { failed, invalid, ok } from "./problem.ts";

interface Line extends Entity {
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number | null;
  readonly amount: number;
  readonly total: number | null;
  readonly share: number;
}

const decimal = (column: string, nullable = false) =>
  ({ kind: "decimal", column, nullable, scale: 2 }) as const;

const LINE_SPEC: EntitySpec = {
  name: "line",
  label: "line",
  path: "/lines",
  table: "lines",
  fields: {
    quantity: { kind: "integer", column: "quantity", nullable: false },
    unitPrice: decimal("unit_price"),
    discount: decimal("discount", true),
    amount: { ...decimal("amount"), readOnly: true },
    total: { ...decimal("total", true), readOnly: true },
    share: { ...decimal("share"), readOnly: true },
  },
  search: [],
};

const compute = computation<Line>(LINE_SPEC, [
  { field: "amount", of: (line) => times(line.quantity, line.unitPrice) },
  { field: "total", of: (line) => minus(line.amount, line.discount) },
  { field: "share", of: (line) => over(line.amount, line.quantity) },
]);

const LINE: Line = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  quantity: 3,
  unitPrice: 0.1,
  discount: 0.05,
  amount: 0,
  total: null,
  share: 0,
};

Deno.test("computation() works out one field after the other", () => {
  const value = { ...LINE, amount: 0.3, total: 0.25, share: 0.1 };
  assertEquals(compute(LINE), ok(value));
  assertEquals(
    compute({ ...LINE, discount: null }),
    ok({ ...value, discount: null, total: null }),
  );
});

Deno.test("computation() refuses what divides by zero or has no room, at its field", () => {
  const zero = "cannot be computed: it divides by zero";
  assertEquals(
    compute({ ...LINE, quantity: 0 }),
    failed(invalid([{ path: "share", message: zero }])),
  );
  const room = "cannot be computed: it would have too many digits";
  assertEquals(
    compute({ ...LINE, quantity: 9e12, unitPrice: 9e12 }),
    failed(invalid([{ path: "amount", message: room }])),
  );
});

Deno.test("settle() has room for whole numbers that JSON carries exactly, and for any finite number", () => {
  const whole = { kind: "integer" } as const;
  const most = Number.MAX_SAFE_INTEGER;
  assertEquals(settle(whole, times(most, 1)), most);
  assertEquals(typeof settle(whole, times(most, 2)), "string");
  assertEquals(settle(whole, over(5, 2)), 2);
  assertEquals(settle({ kind: "number" }, times(1e300, 1e-300)), 1);
  assertEquals(
    typeof settle({ kind: "number" }, times(1e300, 1e300)),
    "string",
  );
});
