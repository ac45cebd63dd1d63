import {
  type DeadLetter,
  HarnessComponent,
  type Message,
  SystemExecutionHarness,
} from "@autocoder/harness";

/** Sends jobs, and stays so that they can be sent again. */
export class Counter extends HarnessComponent<readonly string[]> {
  override readonly ports = { out: { direction: "out", type: "job" } } as const;

  override async process(): Promise<void> {
    for (const job of this.config) await this.send("out", job);
    await new Promise((resolve) =>
      this.signal.addEventListener("abort", resolve, { once: true })
    );
  }
}

/** Prints labels on a printer that jams, runs out of paper, and tears one label. */
export class Printer extends HarnessComponent<{ readonly retries: number }> {
  override readonly ports = {
    jobs: { direction: "in", type: "job" },
    done: { direction: "out", type: "label" },
  } as const;
  /** Whether there is paper. */
  paper = false;
  /** How often it has tried. */
  tries = 0;
  #jams = 2;

  override process(): Promise<void> {
    return this.serve({ jobs: (job: string) => this.#print(job) }, {
      concurrency: 1,
    });
  }

  /** Tries again what may work next time; what will not, it throws at once. */
  async #print(job: string): Promise<void> {
    for (let left = this.config.retries;; left--) {
      this.tries++;
      try {
        return await this.send("done", this.#label(job));
      } catch (error) {
        if (!(error instanceof PaperJam) || left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  }

  #label(job: string): string {
    if (job === "jams twice" && this.#jams-- > 0) throw new PaperJam("jam");
    if (job === "needs paper" && !this.paper) throw new Error("no paper");
    return `[${job}]`;
  }
}

/** Sticks labels on boxes; what it cannot stick goes by its error port. */
export class Packer extends HarnessComponent {
  override readonly ports = {
    labels: { direction: "in", type: "label" },
    error: { direction: "out", type: "failure" },
  } as const;
  /** Labels of the boxes. */
  readonly boxes: string[] = [];

  override process(): Promise<void> {
    return this.serve({
      labels: (label: string) => {
        if (label === "[torn]") throw new Error("the label is torn");
        this.boxes.push(label);
      },
    });
  }
}

/** Repairs what came by an error port: the letter holds the message and the cause. */
export class RepairDesk extends HarnessComponent {
  override readonly ports = {
    failures: { direction: "in", type: "failure" },
  } as const;
  /** What was repaired, why, and from whom it came. */
  readonly repaired: string[] = [];

  override process(): Promise<void> {
    return this.serve({
      failures: ({ message, cause }: DeadLetter, { source }: Message) => {
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
  const printer = new Printer("printer", { retries: 2 });
  const packer = new Packer("packer", undefined);
  const desk = new RepairDesk("desk", undefined);
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
