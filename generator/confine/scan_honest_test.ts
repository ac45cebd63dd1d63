import { assertEquals } from "@std/assert";
import { scanModule } from "./scan_module.ts";

/** What a body of business logic is made of, by what it does. */
const BODIES: Readonly<Record<string, string>> = {
  "looks a price up in a table and calculates with it": `
    const rates: Record<string, number> = { near: 4, far: 9.5 };
    const rate = rates[order.zone];
    if (rate === undefined) return 0;
    return Math.round(rate * order.weight * 100) / 100;`,
  "looks a price up with a default": `
    const rates = { near: 4, far: 9.5 } as const;
    const base = Number(rates[order.zone as keyof typeof rates] ?? 12);
    let total = base;
    if (order.weight > 20) total += base * 0.5;
    return total;`,
  "gives what it looked up as a number": `
    return Number(RATES[order.zone] ?? 0);`,
  "gives a text of a table": `
    const label = LABELS[order.status] ?? "unknown";
    return \`\${label.toUpperCase()}: \${label}\`;`,
  "looks up in a Map": `
    const rates = new Map([["near", 4], ["far", 9.5]]);
    return rates.get(order.zone) ?? 0;`,
  "decides by a switch": `
    switch (order.zone) {
      case "near": return 4;
      case "far": return 9.5;
      default: throw new RangeError(\`Cannot ship to "\${order.zone}"\`);
    }`,
  "goes through a list by index": `
    let worst = 0;
    for (let i = 0; i < order.lines.length; i++) {
      const line = order.lines[i];
      const next = order.lines[i + 1];
      if (line !== undefined && next !== undefined) {
        worst = Math.max(worst, gap(line, next));
      }
    }
    return worst;
    function gap(a: Line, b: Line): number { return Math.abs(a.at - b.at); }`,
  "goes through two lists together": `
    return order.lines.map((line, i) => line.weight * weights[i]);`,
  "takes the last of a list": `
    const last = order.lines[order.lines.length - 1];
    const first = order.lines[0];
    return last.at(0) === first && notify(last);`,
  "counts words": `
    const counts: Record<string, number> = {};
    for (const word of order.text.split(/\\s+/)) {
      counts[word] = (counts[word] ?? 0) + 1;
    }
    return Object.entries(counts).sort(([, a], [, b]) => b - a).slice(0, 3);`,
  "groups in a Map": `
    const groups = new Map<string, Line[]>();
    for (const line of order.lines) {
      const group = groups.get(line.sku) ?? [];
      group.push(line);
      groups.set(line.sku, group);
    }
    return [...groups.keys()];`,
  "groups by Object.groupBy": `
    const groups = Object.groupBy(order.lines, (line) => line.sku);
    return Object.keys(groups).length + Map.groupBy(order.lines, (l) => l.sku).size;`,
  "adds up": `
    return order.lines.reduce((sum, { price, count }) => sum + price * count, 0);`,
  "adds up by a table": `
    return order.lines.reduce((sum, line) => sum + (RATES[line.zone] ?? 0) * line.weight, 0);`,
  "filters by a table": `
    const heavy = order.lines.filter((line) => line.weight > (LIMITS[line.kind] ?? 30));
    return heavy.length === 0 ? undefined : "too heavy";`,
  "chains over the steps of a table": `
    for (const step of STEPS[order.status] ?? []) {
      if (step === context.operation) return undefined;
    }
    return \`Cannot \${context.operation} an order that is \${order.status}\`;`,
  "asks whether a table has it": `
    if (!Object.hasOwn(RATES, order.zone)) return "unknown zone";
    if (!(order.zone in RATES)) return "unknown zone";
    return undefined;`,
  "uses a helper that looks up": `
    const rate = (zone: string) => RATES[zone] ?? 0;
    function limit(kind: string): number { return LIMITS[kind] ?? 30; }
    return rate(order.zone) * 2 > limit(order.kind) ? "too much" : undefined;`,
  "reads members of what it looked up": `
    const tier = TIERS[order.tier];
    if (!tier) return 0;
    const { rate, free } = tier;
    return tier.base + rate * order.weight - free + tier.steps.length;`,
  "reads a table of tables": `
    const price = PRICES[order.zone]?.[order.size];
    return price === undefined ? 0 : price * 1.19;`,
  "copies what it looked up": `
    return { ...DEFAULTS[order.kind], weight: order.weight };`,
  "changes counts by name": `
    const stock: Record<string, number> = {};
    for (const line of order.lines) stock[line.sku] ??= 0;
    for (const line of order.lines) stock[line.sku] += line.count;
    for (const line of order.lines) if (stock[line.sku]-- > 5) delete stock[line.sku];
    return Object.values(stock).every((left) => left >= 0);`,
  "goes through the members of an object": `
    for (const name in order.flags) if (order.flags[name]) return name;
    const missing = ["title", "zone"].find((name) => !order[name]);
    return missing;`,
  "sorts without changing": `
    return [...order.lines].sort((a, b) => a.at - b.at || a.sku.localeCompare(b.sku)).at(0);`,
  "works with dates it is given": `
    const now = new Date(context.now);
    const due = new Date(order.dueOn + "T00:00:00Z");
    const days = Math.floor((due.getTime() - Date.parse(context.now)) / 86_400_000);
    return days < 0 || now.getUTCDay() === 0 || Date.UTC(2024, 1, 1) > due.getTime();`,
  "formats money": `
    const money = new Intl.NumberFormat("en", { style: "currency", currency: order.currency });
    return money.format(order.total) + (order.total / 100).toFixed(2);`,
  "validates by a pattern": `
    const found = /^(?<country>[A-Z]{2})-(\\d+)$/u.exec(order.code);
    if (!found?.groups) return [{ path: "code", message: "is no code" }];
    const [, , digits = ""] = found;
    return found.groups.country === "DE" && Number.parseInt(digits, 10) > 5 ? undefined : [];`,
  "checks digits": `
    const digits = order.iban.replace(/\\s/g, "").split("").map((char) => parseInt(char, 36));
    let check = 0n;
    for (const digit of digits) check = (check * 10n + BigInt(digit)) % 97n;
    return check === 1n;`,
  "handles errors": `
    try {
      const value: unknown = JSON.parse(order.raw);
      if (typeof value !== "object" || value === null) throw new TypeError("no object");
      return Object.keys(value).length;
    } catch (error) {
      if (error instanceof SyntaxError) return 0;
      throw new Error("Cannot read the order", { cause: error });
    } finally {
      order.lines.length;
    }`,
  "asks the store, one after the other and together": `
    const rows = await context.store.list("line", { order: order.id });
    const others = await Promise.all(rows.map((row) => context.store.get("sku", row.sku)));
    for await (const row of context.store.stream("x")) if (row.done) break;
    return others.filter((other) => other !== undefined).length;`,
  "fetches what it was given to fetch with": `
    const { fetch } = context;
    const response = await fetch("https://rates.example.com/?z=" + encodeURIComponent(order.zone));
    const url = new URL("https://rates.example.com"); url.searchParams.set("z", order.zone);
    return response.ok && url.href;`,
  "hands global functions on": `
    const numbers = order.raw.split(",").map(Number).filter(Number.isFinite);
    const words = order.raw.split(" ").filter(Boolean).map(String);
    return numbers.length + words.length;`,
  "hands global functions on and fills its own objects": `
    const sums: Record<string, number> = {};
    for (const n of order.raw.split(",").map(Number)) sums[n > 0 ? "up" : "down"] = n;
    sums.all = 1;
    Object.assign(sums, { more: 1 });
    return { ...sums };`,
  "swaps, labels and destructures": `
    let [a, b] = [order.low, order.high];
    if (a > b) [a, b] = [b, a];
    outer: for (const line of order.lines) {
      for (const tag of line.tags) if (tag === "x") continue outer;
      if (line.count === 0) break outer;
    }
    const { title: name = "none", ...rest } = order;
    return { name, a, rest, ["x" + "y"]: b, [order.zone]: 1 };`,
  "has a class of its own": `
    class Basket {
      readonly #lines: Line[] = [];
      total = 0;
      constructor(lines: readonly Line[]) { for (const line of lines) this.add(line); }
      add(line: Line): void { this.#lines.push(line); this.total += line.price; }
      get size(): number { return this.#lines.length; }
    }
    class TooMuch extends Error { override name = "TooMuch"; }
    const basket = new Basket(order.lines);
    if (basket.size > 3) throw new TooMuch("too much");
    return basket.total;`,
  "can be iterated and disposed of": `
    const list = { *[Symbol.iterator]() { yield 1; } };
    class Held { [Symbol.dispose](): void { notify("done"); } }
    using held = new Held();
    for (const one of list) notify(one, held);
    return list[Symbol.iterator]().next().value;`,
  "names what only looks like a global": `
    const { name, status, event, close, length, performance, window } = order;
    const process = (caller: string, require: boolean) => require ? caller : "";
    return [name, status, event, close, length, performance, window, process("a", true)].join();`,
  "takes a key that is a constant": `
    const field = "weight";
    const which = order.express ? "fast" : "slow";
    return notify(order[field], order[which], order["zone"], order[\`a\${1}\`]);`,
  "counts in a grid": `
    const grid = [[0, 0], [0, 0]];
    for (let y = 0; y < 2; y += 1) {
      for (let x = 0; x < 2; x++) grid[y][x] = y * 2 + x;
    }
    const middle = Math.floor(grid.length / 2);
    return notify(grid[middle][Number(order.column)], grid[+order.x]);`,
  "uses types and assertions": `
    type Zone = "near" | "far";
    interface Rate { readonly zone: Zone; readonly price: number }
    const isZone = (value: string): value is Zone => value === "near" || value === "far";
    const table = [{ zone: "near", price: 1 }] as const satisfies readonly Rate[];
    const found = table.find(({ zone }) => zone === order.zone)!;
    return isZone(order.zone) ? (found as Rate).price : undefined;`,
  "comments on what it does": `
    // Orders above 30 kg wait: see the ts-ignored rule in the handbook.
    /* any order may be shipped, deno or not */
    return undefined; // @todo`,
};

const MODULES: Readonly<Record<string, string>> = {
  "a class that hands globals on and keeps its own members": `
    export class Prices {
      #all: readonly number[] = [];
      read(texts: readonly string[]): void { this.#all = texts.map(Number); }
      get all(): readonly number[] { return this.#all; }
    }`,
  "signs, and methods that are called": `
    export const MARKS = ["\u26a0\ufe0f", "\u2714\ufe0f", "\u20ac", "\u00e9"] as const;
    export function count(given: { sum: number; names: readonly string[] }): void {
      for (const name of given.names.map((one) => one.trim()).values()) {
        given.sum += name.length;
      }
    }`,
  "constants beside the function": `
    import type { Order } from "./allowed.ts";
    import { type Zone, RATES } from "./allowed.ts";
    const LIMIT = 30 * 24;
    const FREE: ReadonlySet<string> = new Set(["near"]);
    const TABLE = Object.freeze({ near: [1, 2], far: [-3, LIMIT] });
    const PATTERN = /^x$/;
    const NAMES = new Map(Object.entries({ a: "b" }));
    export type Cost = number;
    export interface Costs { readonly all: Cost }
    class Rate { static readonly none = 0; price = 1; }
    const half = (value: number): number => Math.round(value / 2);
    export function cost(order: Order, zone: Zone): Cost {
      if (FREE.has(zone) || PATTERN.test(zone) || NAMES.has(zone)) return Rate.none;
      return half(RATES.at(0) * LIMIT + (TABLE[zone]?.[0] ?? 0)) + new Rate().price;
    }
    export { half };
    export type { Rate };`,
};

/** A test module, which may do something when it is loaded. */
const TEST = `
  import { assertEquals, assertThrows } from "@std/assert";
  import assert from "node:assert/strict";
  import { cost } from "./allowed.ts";
  const order = (change: Partial<Order> = {}) => ({ zone: "near", weight: 1, ...change });
  const CASES: readonly [string, number][] = [["near", 4], ["far", 9]];
  for (const [zone, wanted] of CASES) {
    Deno.test(\`cost() of \${zone}\`, () => {
      assertEquals(cost(order({ zone })), wanted);
    });
  }
  Deno.test("cost() refuses", async (t) => {
    assertThrows(() => cost(order({ zone: "x" })), RangeError, "x");
    await t.step("twice", () => assert.equal(cost(order()), 4));
  });`;

for (const [what, body] of Object.entries(BODIES)) {
  Deno.test(`scanModule() passes a body that ${what}`, async () => {
    const tables = "RATES LABELS LIMITS STEPS TIERS PRICES DEFAULTS weights"
      .split(" ").map((name) => `const ${name} = {};\n`).join("");
    const text = `${tables}const notify = (...given) => given.length;
      export async function work(order, context) {${body}\n}`;
    const rules = { imports: [], pure: true };
    assertEquals(await scanModule(text, rules), []);
  });
}

for (const [what, text] of Object.entries(MODULES)) {
  Deno.test(`scanModule() passes ${what}`, async () => {
    const rules = { imports: ["./allowed.ts"], pure: true };
    assertEquals(await scanModule(text, rules), []);
  });
}

Deno.test("scanModule() passes a module of tests", async () => {
  const imports = ["@std/assert", "node:assert/strict", "./allowed.ts"];
  const globals = ["Deno.test"];
  assertEquals(await scanModule(TEST, { imports, globals }), []);
});
