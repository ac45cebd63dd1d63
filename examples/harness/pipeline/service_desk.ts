import { HarnessComponent } from "@autocoder/harness";

/** Where customers cancel; used from outside of the system. */
export class ServiceDesk extends HarnessComponent {
  override readonly ports = {
    cancellations: { direction: "out", type: "order_id" },
  } as const;

  override async process(): Promise<void> {
    await new Promise((resolve) =>
      this.signal.addEventListener("abort", resolve, { once: true })
    );
  }

  /** Cancels an order, when its price is still being asked for. */
  cancel(id: string): Promise<void> {
    return this.send("cancellations", id);
  }
}
