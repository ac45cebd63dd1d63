import { type DeadLetter, HarnessComponent } from "@autocoder/harness";

/** Receives what the packing hall could not handle, with the reason. */
export class ReturnsDesk
  extends HarnessComponent<undefined, { in: { failures: DeadLetter } }> {
  override readonly ports = {
    failures: { direction: "in", type: "failure" },
  } as const;
  /** The reasons, by order. */
  readonly reasons: string[] = [];

  override process(): Promise<void> {
    return this.serve({
      failures: ({ cause }) => {
        this.reasons.push(cause instanceof Error ? cause.message : `${cause}`);
      },
    });
  }
}
