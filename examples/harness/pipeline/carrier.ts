import { HarnessComponent } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/** How a carrier behaves. */
export interface CarrierConfig {
  /** After so many parcels the van breaks down, once. */
  readonly breaksDownAfter: number;
  /** Whether it knows how to carry fireworks. */
  readonly hasLicence: boolean;
}

/**
 * Carries parcels, one after the other, once its gate is open. Comes down as a whole when the van breaks
 * down, and whenever it carries fireworks; the parcel in hand is then carried again, or given up.
 */
export class Carrier extends HarnessComponent<
  CarrierConfig,
  { in: { parcels: PricedOrder }; out: { delivered: PricedOrder } }
> {
  override readonly ports = {
    parcels: { direction: "in", type: "parcel", concurrency: 1 },
    delivered: { direction: "out", type: "parcel" },
  } as const;
  /** Parcels delivered. */
  delivered = 0;
  /** Opens the gate. */
  readonly gate: PromiseWithResolvers<void> = Promise.withResolvers();
  #vanIsSound = true;

  override process(): Promise<void> {
    return this.serve({ parcels: (order) => this.#carry(order) });
  }

  async #carry(order: PricedOrder): Promise<void> {
    await this.gate.promise;
    const problem = this.#problemWith(order);
    if (problem !== undefined) {
      this.fail(new Error(problem));
      return await this.stopped(); // until then it is in hand
    }
    await this.send("delivered", order);
    this.delivered++;
  }

  #problemWith({ product }: PricedOrder): string | undefined {
    if (product === "fireworks" && !this.config.hasLicence) {
      return "the fireworks went off";
    }
    if (this.#vanIsSound && this.delivered === this.config.breaksDownAfter) {
      this.#vanIsSound = false;
      return "the van broke down";
    }
    return undefined;
  }
}
