import type { Clock } from "./clock.ts";
import type { Component } from "./component.ts";
import { ComponentRig } from "./component_rig.ts";
import { COMPONENT_RULES, type ComponentRule } from "./component_rules.ts";
import { ComponentSubject } from "./component_subject.ts";

/**
 * Makes a new component for one rule. The clock is the one that the check moves, for components that
 * take one.
 */
export type MakeComponent<C extends Component> = (
  clock: Clock,
) => C | Promise<C>;

/** What there is to know about a component before it can be checked. */
export interface CheckComponentOptions<C extends Component = Component> {
  /**
   * Messages that it handles without failure, by in port: at least one for each port but those by which
   * answers come back. Each may be sent many times.
   * @default {} for a component without in ports
   */
  readonly messages?: Readonly<Record<string, readonly unknown[]>>;
  /**
   * Messages on which its handlers fail, by in port.
   * @default {} what happens then is not checked
   */
  readonly failing?: Readonly<Record<string, readonly unknown[]>>;
  /**
   * What answers the requests that it makes, by out port. Other out ports lead to where everything is
   * taken and nothing answered.
   * @default {}
   */
  readonly replies?: Readonly<Record<string, (request: never) => unknown>>;
  /**
   * Drives it from outside while it runs, for example calls its HTTP API; a rejection breaks the rule.
   * @default nothing does
   */
  readonly exercise?: (component: C) => void | Promise<void>;
  /**
   * What its `process()` lasts until: the end of its inputs, its signal, or that of its own work.
   * @default {"inputs"} and `"signal"` for a component without in ports
   */
  readonly until?: "inputs" | "signal" | "itself";
  /**
   * How long it may take to set up, to deal with what it is sent, to end, in milliseconds.
   * @default {1000}
   */
  readonly deadlineMs?: number;
  /**
   * Whether it waits for the world outside, for sockets, files or timers of the platform. Then deadlines
   * are counted by the machine's clock, else by a virtual one, which takes no time.
   * @default {false}
   */
  readonly realTime?: boolean;
}

/** Which rules a component was held against. */
export interface CheckComponentReport {
  /** The rules that it keeps. */
  readonly kept: readonly string[];
  /** Those that do not concern it, for want of ports or options. */
  readonly notApplicable: readonly string[];
}

/**
 * Checks that components keep the contract of `Component`: they are set up, process and are cleaned up
 * in this order, take every message, survive one that fails, lose none, hold back when nobody takes
 * what they send, end in time, can be started again, and leave nothing behind. Every rule is tried on
 * a component of its own, in a system of its own. Resolves with the rules it was held against; rejects
 * with an `Error` that names each rule that is broken, with what was found and what was wanted, and
 * with `TypeError` when the options do not fit its ports.
 *
 * @example A component of your own
 * ```ts
 * import { HarnessComponent, type PortSpec } from "@autocoder/harness";
 * import { checkComponent } from "@autocoder/harness/testing";
 *
 * class Doubler extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = {
 *     in: { direction: "in", type: "number" },
 *     out: { direction: "out", type: "number" },
 *   };
 *   override process(): Promise<void> {
 *     return this.serve({
 *       in: (n: number) => {
 *         if (Number.isNaN(n)) throw new RangeError("found NaN");
 *         return this.send("out", n * 2);
 *       },
 *     });
 *   }
 * }
 * await checkComponent(() => new Doubler("doubler", undefined), {
 *   messages: { in: [1, 2, 3] },
 *   failing: { in: [NaN] },
 * });
 * ```
 */
export async function checkComponent<C extends Component>(
  makeComponent: MakeComponent<C>,
  options: CheckComponentOptions<C> = {},
): Promise<CheckComponentReport> {
  const subject = await ComponentSubject.of(makeComponent, options);
  const isConcerned = ({ concerns }: ComponentRule) => concerns(subject);
  const rules = COMPONENT_RULES.filter(isConcerned);
  const broken: string[] = [];
  for (const rule of rules) {
    const fault = await faultOf(rule, subject);
    if (fault === undefined) continue;
    broken.push(`"${rule.name}": ${fault}`);
    if (rule.isFirst) break; // nothing else can be said about it
  }
  if (broken.length === 0) {
    const others = COMPONENT_RULES.filter((rule) => !isConcerned(rule));
    return { kept: rules.map(nameOf), notApplicable: others.map(nameOf) };
  }
  throw new Error(
    `Cannot accept component "${subject.name}": found ${broken.length} of ${rules.length} rules broken, ` +
      `wanted none:\n- ${broken.join("\n- ")}`,
  );
}

async function faultOf(
  rule: ComponentRule,
  subject: ComponentSubject,
): Promise<string | undefined> {
  const rig = new ComponentRig(subject, await subject.make(), rule.rig);
  try {
    await rig.start();
    await rule.check(rig);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await rig.stop();
  }
}

function nameOf({ name }: ComponentRule): string {
  return name;
}
