import { HarnessComponent } from "@autocoder/harness";

/** Where customers cancel; used from outside of the system. */
export class ServiceDesk
  extends HarnessComponent<undefined, { out: { cancellations: string } }> {
  override readonly ports = {
    cancellations: { direction: "out", type: "order_id" },
  } as const;

  override process(): Promise<void> {
    return this.stopped();
  }

  /** Cancels an order, when its price is still being asked for. */
  cancel(id: string): Promise<void> {
    return this.send("cancellations", id);
  }
}
