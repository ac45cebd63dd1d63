import type {
  CheckComponentOptions,
  MakeComponent,
} from "./check_component.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { Component } from "./component.ts";
import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** A component that was made to be checked, and the clock it goes by. */
export interface Specimen {
  /** The component. */
  readonly component: Component;
  /** Its clock. */
  readonly clock: Clock;
}

/** A port with what the options say about it. */
export interface SubjectPort extends PortSpec {
  /** Name of the port. */
  readonly name: string;
}

/** What is checked: how to make it, its ports, and what the options say about it. */
export class ComponentSubject {
  /** Name of the component. */
  readonly name: string;
  /** The ports by which messages come that are no answers. */
  readonly inputs: readonly SubjectPort[];
  /** The ports by which it sends, answers too. */
  readonly outputs: readonly SubjectPort[];
  /** The options, with all that has a default. */
  readonly options: Required<CheckComponentOptions>;
  readonly #make: MakeComponent<Component>;

  private constructor(
    component: Component,
    make: MakeComponent<Component>,
    options: CheckComponentOptions,
  ) {
    const ports: Readonly<Record<string, PortSpec>> =
      component instanceof HarnessComponent ? component.ports : {};
    const all = Object.entries(ports).map(([name, spec]) => ({
      name,
      ...spec,
    }));
    const answered = new Set(
      all.filter(isOut).flatMap(({ replies }) => replies ?? []),
    );
    this.name = component.name;
    this.outputs = all.filter(isOut);
    this.inputs = all.filter((port) =>
      !isOut(port) && !answered.has(port.name)
    );
    this.#make = make;
    this.options = {
      messages: {},
      failing: {},
      replies: {},
      exercise: () => {},
      until: this.inputs.length > 0 ? "inputs" : "signal",
      deadlineMs: 1000,
      realTime: false,
      ...options,
    };
    this.#assertFits();
  }

  /** Makes a component to look at its ports. Throws `TypeError` when the options do not fit them. */
  static async of<C extends Component>(
    make: MakeComponent<C>,
    options: CheckComponentOptions<C>,
  ): Promise<ComponentSubject> {
    const component = await make(new VirtualClock());
    return new ComponentSubject(
      component,
      make,
      // `exercise` is called with what `make` returns, and with nothing else.
      options as CheckComponentOptions,
    );
  }

  /** Whether messages can be sent on by it that nobody has to answer. */
  get isSender(): boolean {
    const { replies } = this.options;
    return this.outputs.some(({ name }) => !Object.hasOwn(replies, name));
  }

  /** Makes a new component, with a clock of its own. */
  async make(): Promise<Specimen> {
    const clock = this.options.realTime ? SYSTEM_CLOCK : new VirtualClock();
    return { component: await this.#make(clock), clock };
  }

  #assertFits(): void {
    const { messages, failing, replies } = this.options;
    const inputs = this.inputs.map(({ name }) => name);
    const outputs = this.outputs.map(({ name }) => name);
    this.#assertKnown("messages", Object.keys(messages), inputs);
    this.#assertKnown("failing", Object.keys(failing), inputs);
    this.#assertKnown("replies", Object.keys(replies), outputs);
    for (const name of inputs) {
      if (messages[name]?.length) continue;
      throw new TypeError(
        `Cannot check component "${this.name}": found no message for its in port "${name}", ` +
          `wanted at least one in "messages"`,
      );
    }
  }

  #assertKnown(
    option: string,
    found: readonly string[],
    wanted: readonly string[],
  ): void {
    for (const name of found) {
      if (wanted.includes(name)) continue;
      throw new TypeError(
        `Cannot check component "${this.name}": found "${name}" in "${option}", wanted ${
          wanted.map((known) => `"${known}"`).join(" or ") || "none"
        }`,
      );
    }
  }
}

function isOut({ direction }: PortSpec): boolean {
  return direction === "out";
}
