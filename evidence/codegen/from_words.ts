/**
 * From plain words to a verified system by a model: rules that the catalog cannot express, planned, written, repaired once,
 * verified, and generated again with the network gone.
 *
 * @module
 */
import { startScriptedServer } from "../../authoring/testdata/scripted_server.ts";
import { block } from "../../tests/authoring/crate_depot.ts";
import { PARCEL_REQUEST as REQUEST } from "../../tests/authoring/parcel_request.ts";
import { runGenerate } from "../../tests/authoring/run_generate.ts";

const PLAN = {
  blueprint: {
    system: "parcel_shop",
    entities: {
      order: {
        fields: {
          customer: { type: "string", required: true, maxLength: 80 },
          weightGrams: { type: "integer", required: true, min: 1, max: 40000 },
          zone: {
            type: "enum",
            values: ["domestic", "europe", "world"],
            required: true,
          },
          subtotal: { type: "decimal", scale: 2, required: true, min: 0 },
          express: { type: "boolean", default: false },
          shippingCost: {
            type: "decimal",
            scale: 2,
            computed: {
              behavior: REQUEST.slice(2).join(" "),
              examples: [
                {
                  given: {
                    weightGrams: 900,
                    zone: "domestic",
                    subtotal: 10,
                    express: false,
                  },
                  gives: 4.5,
                },
                {
                  given: {
                    weightGrams: 2001,
                    zone: "europe",
                    subtotal: 10,
                    express: true,
                  },
                  gives: 21.2,
                },
              ],
            },
          },
        },
      },
    },
  },
  sentences: [
    { sentence: 1, paths: ["http"] },
    {
      sentence: 2,
      paths: [
        "order.customer.required",
        "order.customer.maxLength",
        "order.weightGrams.required",
        "order.weightGrams.min",
        "order.weightGrams.max",
        "order.zone.values",
        "order.zone.required",
        "order.subtotal.required",
        "order.subtotal.min",
        "order.express",
      ],
    },
    ...[3, 4, 5, 6].map((sentence) => ({
      sentence,
      paths: ["order.shippingCost"],
    })),
  ],
};

/** Writes the answer for the body; the first one forgets that express orders are never free. */
function answer(isFirst: boolean): string {
  const unless = isFirst ? "" : " && !order.express";
  return block(
    "order_shipping_cost_computed.ts",
    `export function computeShippingCost(
  order: Omit<Order, "updatedAt" | "shippingCost">,
): number | null {
  const { zone, weightGrams, subtotal } = order;
  if (zone === "world" && weightGrams > 30_000) return 95;
  if (zone === "domestic" && subtotal >= 60${unless}) return 0;
  const base = { domestic: 4.5, europe: 9, world: 19 }[zone];
  const cost = base + (Math.ceil(weightGrams / 1000) - 1) * 0.8;
  return Math.round(cost * (order.express ? 200 : 100)) / 100;
}`,
  ) + block("tests/authored/order_shipping_cost_computed_test.ts", TESTS);
}

const TESTS = `import assert from "node:assert/strict";
import { computeShippingCost } from "../../logic/order_logic.ts";

const ORDER = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  customer: "Some",
  weightGrams: 1000,
  zone: "domestic",
  subtotal: 10,
  express: false,
} as const;

Deno.test("one kilogram costs the price of its zone", () => {
  assert.equal(computeShippingCost(ORDER), 4.5);
  assert.equal(computeShippingCost({ ...ORDER, zone: "europe" }), 9);
  assert.equal(computeShippingCost({ ...ORDER, zone: "world" }), 19);
});

Deno.test("each begun kilogram beyond the first costs 0.80", () => {
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 1001 }), 5.3);
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 2000 }), 5.3);
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 2001 }), 6.1);
});

Deno.test("domestic orders of 60 or more are free, unless express", () => {
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 60 }), 0);
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 59.99 }), 4.5);
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 60, zone: "world" }), 19);
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 60, express: true }), 9);
});

Deno.test("more than 30 kg to the world cost 95, express or not", () => {
  const heavy = { ...ORDER, zone: "world", weightGrams: 30_001 } as const;
  assert.equal(computeShippingCost(heavy), 95);
  assert.equal(computeShippingCost({ ...heavy, express: true }), 95);
  assert.equal(computeShippingCost({ ...heavy, weightGrams: 30_000 }), 42.2);
});
`;

/** Plays it. */
async function record(): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-words-" });
  try {
    const { first, again, requests } = await play(folder);
    const manifest = (system: string) =>
      Deno.readTextFile(`${folder}/${system}/.autocoder/manifest.json`);
    const isSame = await manifest("system") === await manifest("again");
    const total = first.report?.authoring?.total;
    const steps = first.stderr.split("\n").filter((line) =>
      /^\{"event":"(?:round|wave|answered|faults|written|failed)"/.test(line)
    );
    print(`${steps.join("\n")}\n\n`);
    print(
      `${requests} requests to the model: 1 for the plan, ${total?.calls} for the body in ${total?.rounds} rounds, $${
        total?.cost?.toFixed(4)
      }; exit ${first.code}, ${first.report?.verification?.status}\n` +
        `generated again from its own blueprint, no model and no key: exit ${again.code}, ${
          isSame ? "the same bytes" : "OTHER BYTES"
        }\n`,
    );
    const isRight = first.code === 0 && again.code === 0 && isSame &&
      requests === 3 && total?.rounds === 2 &&
      first.report?.verification?.status === "verified";
    if (!isRight) throw new Error("found another outcome than was wanted");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function play(folder: string) {
  await using server = startScriptedServer(({ turns, system }) =>
    system.includes("You plan backends")
      ? JSON.stringify(PLAN)
      : answer(turns.length === 1)
  );
  const first = await runGenerate({
    request: REQUEST.join(" "),
    out: `${folder}/system`,
    url: server.url,
    args: ["--planner", "model"],
  });
  const again = await runGenerate({
    blueprint: `${folder}/system/blueprint.yaml`,
    out: `${folder}/again`,
  });
  return { first, again, requests: server.requests.length };
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

await record();
