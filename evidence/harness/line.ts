/**
 * Components in a line, as everybody would write them: source, relays, sink.
 *
 * @module
 */
import {
  HarnessComponent,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";

type Ports = Readonly<Record<string, PortSpec>>;

/** Sends the numbers below its config. */
export class Source extends HarnessComponent<number> {
  override readonly ports: Ports = { out: { direction: "out" } };
  override async process(): Promise<void> {
    for (let item = 0; item < this.config; item++) {
      await this.send("out", item);
    }
  }
}

/** Passes everything on. */
export class Relay extends HarnessComponent {
  override readonly ports: Ports = {
    in: { direction: "in" },
    out: { direction: "out" },
  };
  override process(): Promise<void> {
    return this.serve({ in: (item: number) => this.send("out", item) });
  }
}

/** Adds up. */
export class Sum extends HarnessComponent {
  override readonly ports: Ports = { in: { direction: "in" } };
  /** What came so far. */
  sum = 0;
  override process(): Promise<void> {
    return this.serve({ in: (item: number) => void (this.sum += item) });
  }
}

/** Makes a source of so many numbers, so many relays and the sink, all of them supervised. */
export function line(
  relays: number,
  items: number,
  sink: Sum,
): SystemExecutionHarness {
  const harness = new SystemExecutionHarness();
  const restart = "transient";
  harness.registerComponent(new Source("source", items), { restart });
  let last = "source";
  for (let n = 0; n < relays; n++) {
    harness.registerComponent(new Relay(`relay${n}`, undefined), { restart });
    harness.connect(`${last}.out`, `relay${n}.in`, { bufferSize: BUFFER_SIZE });
    last = `relay${n}`;
  }
  return harness
    .registerComponent(sink, { restart })
    .connect(`${last}.out`, "sink.in", { bufferSize: BUFFER_SIZE });
}

const BUFFER_SIZE = 64;
