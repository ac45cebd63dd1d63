import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";

/** Answers the requests of a component that is checked. */
export class ComponentStub extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>>;
  /** Whether every request fails. */
  isFailing = false;
  readonly #reply: (request: never) => unknown;

  /** Answers by a port of its own where the component has one for the answers. */
  constructor(
    name: string,
    reply: (request: never) => unknown,
    replies: string | undefined,
  ) {
    super(name, undefined);
    this.#reply = reply;
    this.ports = replies === undefined ? { in: { direction: "in" } } : {
      in: { direction: "in", replies: "out" },
      out: { direction: "out" },
    };
  }

  /** Serves until the component has ended. */
  override process(): Promise<void> {
    return this.serve({
      in: (request: never) => {
        if (this.isFailing) throw new Error("a failure, made by the check");
        return this.#reply(request);
      },
    });
  }
}
