import { assert, assertEquals } from "@std/assert";
import {
  type Account,
  firstUser,
  promote,
  signInFirst,
  signUp,
} from "./accounts.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer } from "./json_client.ts";
import { type Scenarios, testExample } from "./system_tests.ts";

const SCENARIOS: Scenarios = {
  "anybody sees products, staff alone keep them": async (system) => {
    const { staff, customer } = await people(system);
    const product = { sku: freshSku(), name: "Lamp", price: 19.9, stock: 3 };
    const guest = system.client();
    (await guest.post("/products", product)).is(401);
    (await customer.api.post("/products", product)).is(403);
    const made = (await staff.api.post("/products", product)).is(201);
    const path = `/products/${made.textAt("id")}`;
    const seen = (await guest.get(path)).is(200);
    assertEquals(seen.at("price"), 19.9);
    assertEquals(seen.at("stock"), 3);
    (await customer.api.patch(path, { stock: 1000 })).is(403);
    (await customer.api.delete(path)).is(403);
    (await staff.api.patch(path, { stock: -1 })).is(422);
    (await staff.api.patch(path, { sku: freshSku() })).is(422);
    (await staff.api.patch(path, { price: 18.005 })).is(422);
    (await staff.api.post("/products", product)).is(409);
    assertEquals(
      (await staff.api.patch(path, { price: 18 })).is(200).at("price"),
      18,
    );
  },
  "an order takes stock when it is placed and gives it back when cancelled":
    async (system) => {
      const { staff, customer } = await people(system);
      const product = await stocked(staff, 5);
      const order = await ordered(customer, product, 3);
      assertEquals(await stockOf(system, product), 5);
      const placed = (await act(customer, order, "place")).is(200);
      assertEquals(placed.at("status"), "placed");
      assert(placed.textAt("placedAt").endsWith("Z"));
      assertEquals(await stockOf(system, product), 2);
      const more = await ordered(customer, product, 3);
      const refused = (await act(customer, more, "place")).is(409);
      assertEquals(refused.at("status"), 409);
      const still = (await customer.api.get(`/orders/${more}`)).is(200);
      assertEquals([still.at("status"), still.at("placedAt")], ["cart", null]);
      assertEquals(await stockOf(system, product), 2);
      (await act(customer, order, "cancel")).is(200);
      assertEquals(await stockOf(system, product), 5);
      (await act(customer, more, "place")).is(200);
      assertEquals(await stockOf(system, product), 2);
    },
  "what is done again is done once": async (system) => {
    const { staff, customer } = await people(system);
    const product = await stocked(staff, 5);
    const order = await ordered(customer, product, 2);
    for (const _twice of [1, 2]) (await act(customer, order, "place")).is(200);
    assertEquals(await stockOf(system, product), 3);
    for (const _twice of [1, 2]) (await act(customer, order, "cancel")).is(200);
    assertEquals(await stockOf(system, product), 5);
    (await act(customer, order, "place")).is(409);
    assertEquals(await stockOf(system, product), 5);
  },
  "an order goes the way it says": async (system) => {
    const { staff, customer, other } = await people(system);
    const product = await stocked(staff, 5);
    const order = await ordered(customer, product, 1);
    (await act(staff, order, "ship")).is(409);
    (await act(customer, order, "cancel")).is(409);
    (await act(customer, order, "place")).is(200);
    (await act(customer, order, "ship")).is(403);
    (await act(staff, order, "ship")).is(200);
    (await act(customer, order, "cancel")).is(409);
    assertEquals(await stockOf(system, product), 4);
    // Nobody can tell that it is there who may not see it.
    (await other.api.get(`/orders/${order}`)).is(404);
    (await act(other, order, "cancel")).is(404);
    (await system.client().get("/orders")).is(401);
    const body = { productId: product, quantity: 1 };
    for (
      const wrong of [
        { ...body, status: "placed" },
        { ...body, placedAt: "2030-01-01T00:00:00.000Z" },
        { ...body, number: 1 },
        { ...body, quantity: 0 },
        { ...body, quantity: 1.5 },
        { ...body, quantity: -1 },
        { ...body, customerId: other.id },
        { ...body, productId: crypto.randomUUID() },
        { quantity: 1 },
      ]
    ) (await customer.api.post("/orders", wrong)).is(422);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      (await customer.api.send(method, `/orders/${order}`, {})).is(405);
    }
  },
  "orders have numbers, each its own, the newest first": async (system) => {
    const { staff, customer } = await people(system);
    const product = await stocked(staff, 1);
    await Promise.all(
      Array.from({ length: 12 }, () => ordered(customer, product, 1)),
    );
    const list = (await customer.api.get("/orders")).is(200);
    const numbers = list.listAt("items").map((_, index) =>
      Number(list.at(`items.${index}.number`))
    );
    assertEquals(numbers.length, 12);
    assertEquals(new Set(numbers).size, 12);
    assertEquals(numbers, numbers.toSorted((a, b) => b - a));
    assert(numbers.every((number) => Number.isInteger(number) && number >= 1));
  },
  "when many buy the last ones, no more are sold than there are": async (
    system,
  ) => {
    const { staff, customer } = await people(system);
    const product = await stocked(staff, 5);
    const orders = await Promise.all(
      Array.from({ length: 12 }, () => ordered(customer, product, 1)),
    );
    const answers = await Promise.all(
      orders.map((order) => act(customer, order, "place")),
    );
    assertEquals(counted(answers), { 200: 5, 409: 7 });
    assertEquals(await stockOf(system, product), 0);
    // Now all of them at once, each the other way.
    const [gone, waiting] = [
      orders.filter((_, index) => answers[index]?.status === 200),
      orders.filter((_, index) => answers[index]?.status === 409),
    ];
    const [cancelled, placed] = await Promise.all([
      Promise.all(gone.map((order) => act(customer, order, "cancel"))),
      Promise.all(waiting.map((order) => act(customer, order, "place"))),
    ]);
    assertEquals(counted(cancelled), { 200: 5 });
    const sold = placed.filter(({ status }) => status === 200).length;
    assert(sold <= 5, `${sold} sold`);
    assertEquals(await stockOf(system, product), 5 - sold);
  },
  "the same order placed at once many times is placed once": async (system) => {
    const { staff, customer } = await people(system);
    const product = await stocked(staff, 10);
    const order = await ordered(customer, product, 2);
    const tries = () =>
      Promise.all(
        Array.from({ length: 8 }, () => act(customer, order, "place")),
      );
    for (const { status } of await tries()) assert([200, 409].includes(status));
    assertEquals(await stockOf(system, product), 8);
  },
  "a payment goes from pending to refunded, each step by who may": async (
    system,
  ) => {
    const { staff, customer, other } = await people(system);
    const order = await ordered(customer, await stocked(staff, 1), 1);
    const body = { orderId: order, amount: 19.9 };
    (await customer.api.post("/payments", { ...body, status: "captured" })).is(
      422,
    );
    (await customer.api.post("/payments", { ...body, amount: 0 })).is(422);
    (await customer.api.post("/payments", { ...body, amount: 1.001 })).is(422);
    (await system.client().post("/payments", body)).is(401);
    const payment = (await customer.api.post("/payments", body)).is(201);
    assertEquals(payment.at("status"), "pending");
    (await customer.api.post("/payments", body)).is(409);
    const path = `/payments/${payment.textAt("id")}`;
    const step = (who: Account, action: string) =>
      who.api.post(`${path}/${action}`);
    (await other.api.get(path)).is(404);
    (await step(other, "authorize")).is(404);
    (await step(staff, "authorize")).is(403);
    for (const early of ["capture", "refund"]) {
      (await step(staff, early)).is(409);
    }
    assertEquals(
      (await step(customer, "authorize")).is(200).at("status"),
      "authorized",
    );
    (await step(customer, "capture")).is(403);
    (await step(staff, "refund")).is(409);
    const captured = (await step(staff, "capture")).is(200);
    assertEquals([captured.at("status"), captured.at("amount")], [
      "captured",
      19.9,
    ]);
    (await step(customer, "refund")).is(403);
    (await step(customer, "authorize")).is(409);
    assertEquals(
      (await step(staff, "refund")).is(200).at("status"),
      "refunded",
    );
    for (const late of ["capture"]) (await step(staff, late)).is(409);
    (await customer.api.patch(path, { amount: 1 })).is(405);
  },
  "nobody makes themselves staff": async (system) => {
    const { customer } = await people(system);
    const answer = await customer.api.patch(`/users/${customer.id}`, {
      role: "staff",
    });
    assert([403, 422].includes(answer.status), answer.text);
    (await customer.api.post("/products", {
      sku: freshSku(),
      name: "x",
      price: 1,
    })).is(403);
  },
  "what was sold stays sold after a crash": async (system) => {
    if (system.engine === "memory") return;
    const { staff, customer } = await people(system);
    const product = await stocked(staff, 3);
    const order = await ordered(customer, product, 2);
    (await act(customer, order, "place")).is(200);
    await system.crash();
    assertEquals(await stockOf(system, product), 1);
    const again = customer.api.on(system.url);
    assertEquals(
      (await again.get(`/orders/${order}`)).is(200).at("status"),
      "placed",
    );
    (await again.post(`/orders/${order}/cancel`)).is(200);
    assertEquals(await stockOf(system, product), 3);
  },
};

async function people(
  system: ExampleSystem,
): Promise<Record<"admin" | "staff" | "customer" | "other", Account>> {
  const admin = await signInFirst(system);
  const [staff, customer, other] = [
    await signUp(system, { name: "Staff" }),
    await signUp(system, { name: "Customer" }),
    await signUp(system, { name: "Other" }),
  ];
  await promote(admin, staff, "staff");
  return { admin, staff, customer, other };
}

async function stocked(staff: Account, stock: number): Promise<string> {
  const product = { sku: freshSku(), name: "Lamp", price: 19.9, stock };
  return (await staff.api.post("/products", product)).is(201).textAt("id");
}

async function ordered(
  customer: Account,
  productId: string,
  quantity: number,
): Promise<string> {
  const answer = await customer.api.post("/orders", { productId, quantity });
  assertEquals(answer.is(201).at("status"), "cart");
  assertEquals(answer.at("customerId"), customer.id);
  return answer.textAt("id");
}

function act(who: Account, order: string, action: string): Promise<Answer> {
  return who.api.post(`/orders/${order}/${action}`);
}

async function stockOf(
  system: ExampleSystem,
  product: string,
): Promise<number> {
  return Number(
    (await system.client().get(`/products/${product}`)).is(200).at("stock"),
  );
}

function counted(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function freshSku(): string {
  return `AA-${String(nextSku++).padStart(4, "0")}`;
}

let nextSku = 1;

await testExample("shop", SCENARIOS, {
  engines: ["memory", "sqlite", "postgres"],
  env: firstUser({ name: "Admin", role: "admin" }),
});
