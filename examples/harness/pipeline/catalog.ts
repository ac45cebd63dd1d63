import { HarnessComponent, type RequestReply } from "@autocoder/harness";

/** The question for the price of a product, in cents. */
export type PriceRequest = RequestReply<string, number>;

/** Answers what a product costs. */
export class Catalog
  extends HarnessComponent<undefined, { answers: { prices: PriceRequest } }> {
  override readonly ports = {
    prices: { direction: "in", type: "product", replyType: "cents" },
  } as const;
  /** Resolves when somebody has asked for a price that is set by hand. */
  readonly askedForSofa: PromiseWithResolvers<void> = Promise.withResolvers();
  /** Requests that carried the trace of an order. */
  traced = 0;
  readonly #prices = new Map([
    ["mug", 1200],
    ["lamp", 4500],
    ["book", 1500],
    ["pen", 300],
    ["fireworks", 9900],
    ["globe", 7000],
  ]);
  readonly #published: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #secondQuestion: PromiseWithResolvers<void> = Promise
    .withResolvers();
  #globes = 0;

  override process(): Promise<void> {
    return this.serve({
      prices: (product, { traceparent }) => {
        if (traceparent !== undefined) this.traced++;
        return this.#price(product);
      },
    });
  }

  /** Takes in a new price list. */
  publish(prices: Readonly<Record<string, number>>): void {
    for (const entry of Object.entries(prices)) this.#prices.set(...entry);
    this.#published.resolve();
  }

  #price(product: string): number | Promise<number> {
    if (product === "globe") return this.#afterSecondQuestion(product);
    if (product === "sofa") return this.#afterPublication(product);
    return this.#listed(product);
  }

  #listed(product: string): number {
    const cents = this.#prices.get(product);
    if (cents !== undefined) return cents;
    throw new RangeError(`no price for "${product}"`);
  }

  /** A line that hangs: the first question is only answered once somebody asks again. */
  async #afterSecondQuestion(product: string): Promise<number> {
    if (++this.#globes === 2) this.#secondQuestion.resolve();
    await this.#secondQuestion.promise;
    return this.#listed(product);
  }

  async #afterPublication(product: string): Promise<number> {
    this.askedForSofa.resolve();
    await this.#published.promise;
    return this.#listed(product);
  }
}
