/**
 * Five components under a load that changes: source → enrich, which asks lookup, → keep and audit. Audit
 * is slower than the others, so its connection drops the oldest; keep and enrich handle at least once.
 *
 * @module
 */
import {
  HarnessComponent,
  type MemberOptions,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { seededRandom } from "@autocoder/harness/testing";
import type { SoakFaults } from "./soak_faults.ts";

/** The system, before it is started. */
export interface SoakSystem {
  readonly harness: SystemExecutionHarness;
  /** Orders that came to the end so far, redeliveries included. */
  kept(): number;
}

/** Makes the system. */
export function soakSystem(seed: number, faults: SoakFaults): SoakSystem {
  const keep = new Keep("keep", faults);
  const again: MemberOptions = { restart: "permanent", stopTimeoutMs: 2_000 };
  const atLeastOnce: MemberOptions = { ...again, delivery: "at_least_once" };
  const harness = new SystemExecutionHarness({
    name: "soak",
    deadLetterLimit: 100,
    requestTimeoutMs: 500,
    supervision: {
      maxRestarts: 1_000, // crashes are what it is for
      windowMs: 1_000,
      backoff: { firstMs: 5, maxMs: 100 },
    },
  })
    .registerComponent(new Orders("orders", { seed, faults }), again)
    .registerComponent(new Enrich("enrich", faults), atLeastOnce)
    .registerComponent(new Lookup("lookup", faults), again)
    .registerComponent(keep, atLeastOnce)
    .registerComponent(new Audit("audit", faults), again)
    .connect("orders.out", "enrich.in")
    .connect("enrich.lookup", "lookup.in", { type: "request_reply" })
    .connect("enrich.out", "keep.in")
    .connect("enrich.out", "audit.in", { whenFull: "drop-oldest" });
  return { harness, kept: () => keep.kept };
}

type Ports = Readonly<Record<string, PortSpec>>;

const IN: Ports = { in: { direction: "in" } };
const OUT: Ports = { out: { direction: "out" } };

interface Order {
  readonly number: number;
  readonly customer: string;
  readonly items: readonly number[];
}

/** Orders a second, in phases of a second or two. */
const RATES = [Infinity, 20_000, 5_000, 2_000, 200, 0];
const PAUSE_MS = 20;

class Orders extends HarnessComponent<{ seed: number; faults: SoakFaults }> {
  override readonly ports: Ports = OUT;
  readonly #random = seededRandom(this.config.seed);
  #number = 0;

  override async process(): Promise<void> {
    while (!this.signal.aborted) {
      const rate = RATES[Math.floor(this.#random() * RATES.length)]!;
      const end = performance.now() + 1_000 + 1_000 * this.#random();
      await this.config.faults.strike(this.name);
      while (performance.now() < end && !this.signal.aborted) {
        if (rate === Infinity) await this.#order(1_000);
        else {
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
          await this.#order(rate * PAUSE_MS / 1_000);
        }
      }
    }
  }

  async #order(count: number): Promise<void> {
    for (let n = 0; n < count && !this.signal.aborted; n++) {
      const number = this.#number++;
      const order: Order = {
        number,
        customer: `customer ${number % 1_000}`,
        items: [number, number + 1, number + 2],
      };
      await this.send("out", order);
    }
  }
}

/** Handles orders until it is struck down. */
abstract class Worker extends HarnessComponent<SoakFaults> {
  override readonly ports: Ports = IN;
  override process(): Promise<void> {
    const served = this.serve({
      in: async (order: Order) => {
        await this.config.strike(this.name);
        return await this.handle(order);
      },
    });
    return Promise.race([this.config.downfall(this.name), served]);
  }
  protected abstract handle(order: Order): unknown;
}

class Enrich extends Worker {
  override readonly ports: Ports = {
    ...IN,
    ...OUT,
    lookup: { direction: "out" },
  };
  protected async handle(order: Order): Promise<void> {
    const city = await this.request<string>("lookup", order);
    await this.send("out", { ...order, city });
  }
}

class Lookup extends Worker {
  protected handle({ number }: Order): string {
    return `city ${number % 100}`;
  }
}

class Keep extends Worker {
  kept = 0;
  protected handle(): void {
    this.kept++;
  }
}

class Audit extends Worker {
  protected handle(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 5));
  }
}
