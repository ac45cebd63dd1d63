import {
  type DeadLetter,
  HarnessComponent,
  SystemExecutionHarness,
} from "@autocoder/harness";

/** Sends jobs, and stays so that they can be sent again. */
export class Counter
  extends HarnessComponent<readonly string[], { out: { out: string } }> {
  override readonly ports = { out: { direction: "out", type: "job" } } as const;

  override async process(): Promise<void> {
    for (const job of this.config) await this.send("out", job);
    await this.stopped();
  }
}

/** Prints labels on a printer that jams, runs out of paper, and tears one label. */
export class Printer extends HarnessComponent<
  { readonly attempts: number },
  { in: { jobs: string }; out: { done: string } }
> {
  override readonly ports = {
    jobs: { direction: "in", type: "job", concurrency: 1 },
    done: { direction: "out", type: "label" },
  } as const;
  /** Whether there is paper. */
  paper = false;
  /** How often it has tried. */
  tries = 0;
  #jams = 2;

  override process(): Promise<void> {
    return this.serve({
      jobs: (job) => this.send("done", this.#label(job)),
    }, {
      // What may work next time is tried again; what will not is a dead letter at once.
      retry: {
        attempts: this.config.attempts,
        firstMs: 5,
        retryIf: (error) => error instanceof PaperJam,
      },
    });
  }

  #label(job: string): string {
    this.tries++;
    if (job === "jams twice" && this.#jams-- > 0) throw new PaperJam("jam");
    if (job === "needs paper" && !this.paper) throw new Error("no paper");
    return `[${job}]`;
  }
}

/** Sticks labels on boxes; what it cannot stick goes by its error port. */
export class Packer extends HarnessComponent<
  undefined,
  { in: { labels: string }; out: { error: DeadLetter } }
> {
  override readonly ports = {
    labels: { direction: "in", type: "label" },
    error: { direction: "out", type: "failure" },
  } as const;
  /** Labels of the boxes. */
  readonly boxes: string[] = [];

  override process(): Promise<void> {
    return this.serve({
      labels: (label) => {
        if (label === "[torn]") throw new Error("the label is torn");
        this.boxes.push(label);
      },
    });
  }
}

/** Repairs what came by an error port: the letter holds the message and the cause. */
export class RepairDesk
  extends HarnessComponent<undefined, { in: { failures: DeadLetter } }> {
  override readonly ports = {
    failures: { direction: "in", type: "failure" },
  } as const;
  /** What was repaired, why, and from whom it came. */
  readonly repaired: string[] = [];

  override process(): Promise<void> {
    return this.serve({
      failures: ({ message, cause }, { source }) => {
        this.repaired.push(
          `${message.data} (${
            cause instanceof Error ? cause.message : cause
          }, by ${source})`,
        );
      },
    });
  }
}

/** A system of all four, with the components that are looked at. */
export interface LabelShop {
  /** The system. */
  readonly harness: SystemExecutionHarness;
  /** Prints. */
  readonly printer: Printer;
  /** Packs. */
  readonly packer: Packer;
  /** Repairs. */
  readonly desk: RepairDesk;
}

/** Puts the shop together. */
export function labelShop(jobs: readonly string[]): LabelShop {
  const printer = new Printer("printer", { attempts: 3 });
  const packer = new Packer("packer");
  const desk = new RepairDesk("desk");
  const harness = new SystemExecutionHarness({ name: "labels" })
    .registerComponent(new Counter("counter", jobs))
    .registerComponent(printer)
    .registerComponent(packer)
    .registerComponent(desk)
    .connect("counter.out", "printer.jobs", { bufferSize: 2 })
    .connect("printer.done", "packer.labels")
    .connect("packer.error", "desk.failures", { type: "error_stream" });
  return { harness, printer, packer, desk };
}

/** Says that it may work next time. */
class PaperJam extends Error {}
