import { assertEquals } from "@std/assert";
import { neededDeclarations } from "./needed_declarations.ts";

const MODEL = `/**
 * A module.
 *
 * @module
 */
import type { Entity } from "../kit/entity.ts";

/** An order. */
export interface Order extends Entity {
  /** Its price. */
  readonly price: Price;
}

/** In euros. */
type Price = number;

/** Of nobody's concern, not even of Order's. */
export interface Other {
  readonly order: Order;
}

/** The order's specification. */
export const ORDER_SPEC: Spec = { name: "order" };
export const untold = 1;
`;

const KIT = `/** What all have. */
export interface Entity {
  readonly id: string;
}

/** Calls. */
export class Client {
  /** What is called. */
  readonly url: string = "http://test.invalid";
  #secret = 1;

  /** Makes one. */
  constructor(url: string) {
    this.url = url;
  }

  /** Reads one. */
  async read(id: string): Promise<Entity> {
    return await this.#fetch(id);
  }

  private hidden(): void {}

  #fetch(id: string) {
    return { id };
  }
}

/** Works it out. */
export function worksOut(order: Order): number {
  return order.price;
}
`;

const FILES = [
  { path: "models/order.ts", text: MODEL },
  { path: "kit/entity.ts", text: KIT },
];

Deno.test("neededDeclarations() keeps what names lead to, through files, with comments, and nothing else", async () => {
  assertEquals(await neededDeclarations(FILES, "(order: Order): string"), [
    {
      path: "models/order.ts",
      text: `/** An order. */
export interface Order extends Entity {
  /** Its price. */
  readonly price: Price;
}

/** In euros. */
type Price = number;`,
    },
    {
      path: "kit/entity.ts",
      text: `/** What all have. */
export interface Entity {
  readonly id: string;
}`,
    },
  ]);
});

Deno.test("neededDeclarations() shows functions, methods and constants without what they do or hold", async () => {
  const shown = await neededDeclarations(
    FILES.map(({ path, text }) => ({
      path,
      text: text.replace("extends Entity ", ""),
    })),
    "Client ORDER_SPEC untold",
  );
  assertEquals(shown.map(({ text }) => text), [
    `/** The order's specification. */
export const ORDER_SPEC: Spec;`,
    `/** What all have. */
export interface Entity {
  readonly id: string;
}

/** Calls. */
export class Client {
  /** What is called. */
  readonly url: string;
  /** Makes one. */
  constructor(url: string);
  /** Reads one. */
  async read(id: string): Promise<Entity>;
}`,
  ]);
  const [model, kit] = await neededDeclarations(FILES, "worksOut");
  assertEquals(model?.text.includes("interface Order"), true);
  assertEquals(
    kit?.text.endsWith("export function worksOut(order: Order): number;"),
    true,
  );
});

Deno.test("neededDeclarations() finds no names in comments, and leaves out a file of which nothing is left", async () => {
  assertEquals(await neededDeclarations(FILES, "Price // Entity"), [
    { path: "models/order.ts", text: "/** In euros. */\ntype Price = number;" },
  ]);
});
