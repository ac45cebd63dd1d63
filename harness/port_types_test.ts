import { assertEquals } from "@std/assert";
import { HarnessComponent } from "./harness_component.ts";
import type { RequestReply } from "./port_types.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { sink, source } from "./test_doubles.ts";

interface Order {
  readonly sku: string;
  readonly pieces: number;
}

type TotalsPorts = {
  in: { order: Order };
  out: { total: number };
  asks: { price: RequestReply<string, number> };
};

class Totals extends HarnessComponent<undefined, TotalsPorts> {
  override readonly ports = {
    order: { direction: "in" },
    total: { direction: "out" },
    price: { direction: "out" },
  } as const;

  override process(): Promise<void> {
    return this.serve({
      order: async ({ sku, pieces }) =>
        this.send("total", pieces * await this.request("price", sku)),
    });
  }

  /** Never called: the compiler must refuse each line, or `deno check` fails. */
  refused(): void {
    // @ts-expect-error no such port
    void this.send("totals", 1);
    // @ts-expect-error a number is wanted
    void this.send("total", "1");
    // @ts-expect-error an in port
    void this.send("order", { sku: "a", pieces: 1 });
    // @ts-expect-error a string is asked
    void this.request("price", 1);
    // @ts-expect-error the answer is a number
    const price: Promise<string> = this.request("price", "a");
    // @ts-expect-error no such port
    void this.serve({ orders: () => {} });
    // @ts-expect-error an order comes in
    void this.serve({ order: (order: string) => order });
    void price;
  }
}

type PricesPorts = { answers: { ask: RequestReply<string, number> } };

class Prices extends HarnessComponent<undefined, PricesPorts> {
  override readonly ports = { ask: { direction: "in" } } as const;

  override process(): Promise<void> {
    return this.serve({ ask: (sku) => sku.length * 10 });
  }

  /** Never called. */
  refused(): void {
    // @ts-expect-error a number is the answer
    void this.serve({ ask: (sku) => sku });
  }
}

export class Forgetful extends HarnessComponent<undefined, PricesPorts> {
  // @ts-expect-error a port is not declared
  override readonly ports = {};
  override process(): void {}
}

export class Reversed extends HarnessComponent<undefined, PricesPorts> {
  // @ts-expect-error the port is declared in the wrong direction
  override readonly ports = { ask: { direction: "out" } } as const;
  override process(): void {}
}

/** Ports whose types are a parameter. */
export class Pass<T> extends HarnessComponent<
  undefined,
  { in: { i: T }; out: { o: T } }
> {
  override readonly ports = {
    i: { direction: "in" },
    o: { direction: "out" },
  } as const;
  override process(): Promise<void> {
    return this.serve({ i: (value) => this.send("o", value) });
  }
}

/** A value that looks like what a port for requests has. */
export class AccessLog extends HarnessComponent<
  undefined,
  { in: { exchange: { request: Request; reply: Response; ms: number } } }
> {
  override readonly ports = { exchange: { direction: "in" } } as const;
  slowest = 0;
  override process(): Promise<void> {
    return this.serve({
      exchange: ({ ms }) => {
        this.slowest = Math.max(this.slowest, ms);
      },
    });
  }
}

/** Types from interfaces, and a port beyond them for what fails. */
export class Declared extends HarnessComponent<
  { readonly limit: number },
  { in: InterfacePorts; out: { big: Order } }
> {
  override readonly ports = {
    order: { direction: "in" },
    big: { direction: "out" },
    error: { direction: "out" },
  } as const;
  override process(): Promise<void> {
    return this.serve({
      order: (order) =>
        order.pieces > this.config.limit ? this.send("big", order) : undefined,
    });
  }
}

interface InterfacePorts {
  readonly order: Order;
}

Deno.test("a component with typed ports works like any other", async () => {
  const totals: unknown[] = [];
  await new SystemExecutionHarness()
    .registerComponent(source("shop", [{ sku: "abc", pieces: 2 }]))
    .registerComponent(new Totals("totals", undefined))
    .registerComponent(new Prices("prices", undefined))
    .registerComponent(sink("book", totals))
    .connect("shop.out", "totals.order")
    .connect("totals.price", "prices.ask", { type: "request_reply" })
    .connect("totals.total", "book.in")
    .run();
  assertEquals(totals, [60]);
});
