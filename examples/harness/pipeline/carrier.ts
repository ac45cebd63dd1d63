import { HarnessComponent, type Message } from "@autocoder/harness";
import type { PricedOrder } from "./order.ts";

/** How a carrier behaves. */
export interface CarrierConfig {
  /** After so many parcels the van breaks down, once. */
  readonly breaksDownAfter: number;
}

/**
 * Carries parcels, one after the other, once its gate is open. Comes down as a whole when the van breaks
 * down, and whenever it carries fireworks; the parcel in hand is then carried again, or given up.
 */
export class Carrier extends HarnessComponent<CarrierConfig> {
  override readonly ports = {
    parcels: { direction: "in", type: "parcel" },
    delivered: { direction: "out", type: "parcel" },
  } as const;
  /** Parcels delivered. */
  delivered = 0;
  /** Opens the gate. */
  readonly gate: PromiseWithResolvers<void> = Promise.withResolvers();
  #vanIsSound = true;

  override process(): Promise<void> {
    const accident = Promise.withResolvers<never>();
    const carry = async (
      order: PricedOrder,
      { traceparent }: Message<PricedOrder>,
    ) => {
      await this.gate.promise;
      const problem = this.#problemWith(order);
      if (problem !== undefined) {
        accident.reject(new Error(problem));
        return await accident.promise.catch(() => new Promise<never>(() => {})); // it stays in hand
      }
      await this.send("delivered", order, { traceparent });
      this.delivered++;
    };
    const served = this.serve({ parcels: carry }, { concurrency: 1 });
    return Promise.race([served, accident.promise]);
  }

  #problemWith({ product }: PricedOrder): string | undefined {
    if (product === "fireworks") return "the fireworks went off";
    if (this.#vanIsSound && this.delivered === this.config.breaksDownAfter) {
      this.#vanIsSound = false;
      return "the van broke down";
    }
    return undefined;
  }
}
