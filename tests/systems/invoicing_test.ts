import { assert, assertEquals } from "@std/assert";
import {
  type Account,
  firstUser,
  PASSWORD,
  signIn,
  signInFirst,
} from "./accounts.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer, Json } from "./json_client.ts";
import { type Scenarios, testExample } from "./system_tests.ts";

const SCENARIOS: Scenarios = {
  "nobody else sees or makes anything": async (system) => {
    const { clerk } = await people(system);
    const guest = system.client();
    const body = {
      email: `${crypto.randomUUID()}@mail.example`,
      password: "long enough to pass",
    };
    (await guest.post("/auth/register", body)).is(401);
    (await clerk.api.post("/auth/register", body)).is(403);
    for (const path of ["/invoices", "/lines", "/users"]) {
      (await guest.get(path)).is(401);
    }
    (await guest.post("/invoices", { customer: "x" })).is(401);
  },
  "invoices are numbered from 1, without gaps": async (system) => {
    const { clerk } = await people(system);
    const before = await lastNumber(clerk);
    const made = await Promise.all(
      Array.from(
        { length: 10 },
        () => clerk.api.post("/invoices", { customer: "Ada" }),
      ),
    );
    const numbers = made.map((answer) => Number(answer.is(201).at("number")));
    assertEquals(
      numbers.toSorted((a, b) => a - b),
      Array.from({ length: 10 }, (_, index) => before + 1 + index),
    );
    const one = (await clerk.api.get(`/invoices/${numbers[0]}`)).is(200);
    assertEquals(one.at("number"), numbers[0]);
    assertEquals([one.at("total"), one.at("status"), one.at("issuedAt")], [
      0,
      "draft",
      null,
    ]);
    (await clerk.api.get("/invoices/999999")).is(404);
    (await clerk.api.get("/invoices/0")).is(404);
    for (
      const wrong of [
        { customer: "x", number: 7 },
        { customer: "x", total: 1 },
        { customer: "x", status: "paid" },
        { customer: "" },
        {},
      ]
    ) (await clerk.api.post("/invoices", wrong)).is(422);
  },
  "amounts are exact": async (system) => {
    const { clerk } = await people(system);
    const invoice = await drafted(clerk);
    const expected: readonly (readonly [number, number, number, number])[] = [
      [3, 0.1, 0, 0.3],
      [3, 1.1, 0, 3.3],
      [7, 19.99, 0.93, 139],
      [1, 0.01, 0.01, 0],
      [100000, 1000000, 0, 100000000000],
      [99999, 9999.99, 0.99, 999988999.02],
      [1, 4.35, 0, 4.35],
      [1, 1.15, 0.1, 1.05],
    ];
    for (const [quantity, unitPrice, discount, amount] of expected) {
      const line = await lineOf(clerk, invoice.id, {
        quantity,
        unitPrice,
        discount,
      });
      assertEquals(
        line.at("amount"),
        amount,
        `${quantity} × ${unitPrice} − ${discount}`,
      );
      const read = (await clerk.api.get(`/lines/${line.textAt("id")}`)).is(200);
      assertEquals(read.at("amount"), amount);
    }
    const body = {
      invoiceId: invoice.id,
      text: "x",
      quantity: 1,
      unitPrice: 1,
    };
    for (
      const wrong of [
        { ...body, amount: 5 },
        { ...body, unitPrice: 1.001 },
        { ...body, unitPrice: "1.00" },
        { ...body, quantity: 1.5 },
        { ...body, discount: 1.01 }, // an amount below nothing
        { ...body, state: "entered" },
        { ...body, invoiceId: crypto.randomUUID() },
      ]
    ) (await clerk.api.post("/lines", wrong)).is(422);
  },
  "the total is the sum of the lines that are entered": async (system) => {
    const { clerk } = await people(system);
    const invoice = await drafted(clerk);
    const lines: string[] = [];
    for (let line = 0; line < 10; line++) {
      const price = { quantity: 1, unitPrice: 0.1 };
      lines.push((await lineOf(clerk, invoice.id, price)).textAt("id"));
    }
    assertEquals(await totalOf(clerk, invoice), 0);
    const sums: Json[] = [];
    for (const line of lines) {
      (await clerk.api.post(`/lines/${line}/enter`)).is(200);
      sums.push(await totalOf(clerk, invoice));
    }
    assertEquals(sums, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    const [first = "", second = ""] = lines;
    for (const _twice of [1, 2]) {
      (await clerk.api.post(`/lines/${first}/strike`)).is(200);
    }
    assertEquals(await totalOf(clerk, invoice), 0.9);
    (await clerk.api.post(`/lines/${first}/enter`)).is(409);
    for (const _twice of [1, 2]) {
      (await clerk.api.post(`/lines/${second}/enter`)).is(200);
    }
    assertEquals(await totalOf(clerk, invoice), 0.9);
    assertEquals(await sumOfEntered(clerk, invoice), 0.9);
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      (await clerk.api.send(method, `/lines/${first}`, { quantity: 2 })).is(
        405,
      );
    }
  },
  "lines entered at once are all in the total": async (system) => {
    const { clerk } = await people(system);
    const invoice = await drafted(clerk);
    const ids = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const price = { quantity: index + 1, unitPrice: 0.07 };
        return (await lineOf(clerk, invoice.id, price)).textAt("id");
      }),
    );
    const answers = await Promise.all(
      [...ids, ...ids].map((id) => clerk.api.post(`/lines/${id}/enter`)),
    );
    for (const { status, text } of answers) {
      assert([200, 409].includes(status), text);
    }
    assertEquals(await totalOf(clerk, invoice), 9.52);
    assertEquals(await sumOfEntered(clerk, invoice), 9.52);
  },
  "the accountant issues, nobody edits": async (system) => {
    const { accountant, clerk } = await people(system);
    const { number } = await drafted(clerk);
    const path = `/invoices/${number}`;
    (await accountant.api.post(`${path}/pay`)).is(409);
    for (const action of ["issue", "pay"]) {
      (await clerk.api.post(`${path}/${action}`)).is(403);
    }
    const issued = (await accountant.api.post(`${path}/issue`)).is(200);
    assertEquals(issued.at("status"), "issued");
    const issuedAt = issued.textAt("issuedAt");
    const again = (await accountant.api.post(`${path}/issue`)).is(200);
    assertEquals(again.at("issuedAt"), issuedAt);
    (await clerk.api.post(`${path}/abandon`)).is(409);
    for (const who of [clerk, accountant]) {
      for (const method of ["PUT", "DELETE"]) {
        (await who.api.send(method, path, { customer: "Other" })).is(405);
      }
      (await who.api.patch(path, { customer: "Other" })).is(409);
    }
    assertEquals(
      (await clerk.api.get(path)).is(200).at("customer"),
      "Ada",
    );
    assertEquals(
      (await accountant.api.post(`${path}/pay`)).is(200).at("status"),
      "paid",
    );
    (await accountant.api.post(`${path}/issue`)).is(409);
    const other = await drafted(clerk);
    (await clerk.api.post(`/invoices/${other.number}/abandon`)).is(200);
    (await accountant.api.post(`/invoices/${other.number}/issue`)).is(409);
  },
  "a draft is edited, what is issued stays as it is": async (system) => {
    const { accountant, clerk } = await people(system);
    const invoice = await drafted(clerk);
    const path = `/invoices/${invoice.number}`;
    const price = { quantity: 1, unitPrice: 5 };
    const edited = (await clerk.api.patch(path, { customer: "Bea" })).is(200);
    assertEquals(edited.at("customer"), "Bea");
    (await clerk.api.patch(path, { total: 1 })).is(422);
    (await clerk.api.patch(path, { status: "paid" })).is(422);
    const entered = await lineOf(clerk, invoice.id, price);
    const open = await lineOf(clerk, invoice.id, price);
    (await clerk.api.post(`/lines/${entered.textAt("id")}/enter`)).is(200);
    (await accountant.api.post(`${path}/issue`)).is(200);
    const late = { invoiceId: invoice.id, text: "Late", ...price };
    (await clerk.api.post("/lines", late)).is(409);
    (await clerk.api.post(`/lines/${open.textAt("id")}/enter`)).is(409);
    (await clerk.api.post(`/lines/${entered.textAt("id")}/strike`)).is(409);
    assertEquals(await totalOf(clerk, invoice), 5);
    assertEquals(await sumOfEntered(clerk, invoice), 5);
  },
  "what is entered while an invoice is issued is in its total or nowhere":
    async (system) => {
      const { accountant, clerk } = await people(system);
      const invoice = await drafted(clerk);
      const price = { quantity: 1, unitPrice: 0.07 };
      const ids = await Promise.all(
        Array.from(
          { length: 12 },
          async () => (await lineOf(clerk, invoice.id, price)).textAt("id"),
        ),
      );
      const issue = accountant.api.post(`/invoices/${invoice.number}/issue`);
      const enter = ids.map((id) => clerk.api.post(`/lines/${id}/enter`));
      (await issue).is(200);
      const total = await totalOf(clerk, invoice);
      for (const { status, text } of await Promise.all(enter)) {
        assert([200, 409].includes(status), text);
      }
      assertEquals(await totalOf(clerk, invoice), total);
      assertEquals(await sumOfEntered(clerk, invoice), total);
    },
  "totals and numbers go on after a crash": async (system) => {
    if (system.engine === "memory") return;
    const { clerk } = await people(system);
    const invoice = await drafted(clerk);
    const line = await lineOf(clerk, invoice.id, {
      quantity: 3,
      unitPrice: 0.1,
    });
    (await clerk.api.post(`/lines/${line.textAt("id")}/enter`)).is(200);
    await system.crash();
    const again = { ...clerk, api: clerk.api.on(system.url) };
    assertEquals(await totalOf(again, invoice), 0.3);
    const next = await drafted(again);
    assert(
      next.number > invoice.number,
      `${next.number} after ${invoice.number}`,
    );
  },
};

interface Draft {
  readonly id: string;
  readonly number: number;
}

async function people(
  system: ExampleSystem,
): Promise<Record<"accountant" | "clerk", Account>> {
  const accountant = await signInFirst(system);
  const email = `${crypto.randomUUID()}@mail.example`;
  const body = { email, password: PASSWORD };
  (await accountant.api.post("/auth/register", body)).is(201);
  return { accountant, clerk: await signIn(system, email) };
}

async function drafted(clerk: Account): Promise<Draft> {
  const answer = (await clerk.api.post("/invoices", { customer: "Ada" })).is(
    201,
  );
  return { id: answer.textAt("id"), number: Number(answer.at("number")) };
}

async function lineOf(
  clerk: Account,
  invoiceId: string,
  price: Readonly<Record<string, Json>>,
): Promise<Answer> {
  return (await clerk.api.post("/lines", { invoiceId, text: "Work", ...price }))
    .is(201);
}

async function totalOf(clerk: Account, { number }: Draft): Promise<Json> {
  return (await clerk.api.get(`/invoices/${number}`)).is(200).at("total");
}

async function lastNumber(clerk: Account): Promise<number> {
  const list = (await clerk.api.get("/invoices?sort=-number&limit=1")).is(200);
  return Number(list.at("items.0.number") ?? 0);
}

/** Adds up as a client would, in cents. */
async function sumOfEntered(clerk: Account, { id }: Draft): Promise<number> {
  const list =
    (await clerk.api.get(`/lines?invoiceId=${id}&state=entered&limit=200`)).is(
      200,
    );
  const cents = list.listAt("items").map((_, index) =>
    Math.round(Number(list.at(`items.${index}.amount`)) * 100)
  );
  return cents.reduce((sum, amount) => sum + amount, 0) / 100;
}

await testExample("invoicing", SCENARIOS, {
  engines: ["memory", "sqlite", "postgres"],
  env: firstUser({ role: "accountant" }),
});
