/**
 * What tests of components and systems need. Probes stand around a component and send, take and answer
 * by hand: {@linkcode ProbeSource}, {@linkcode ProbeSink}, {@linkcode ProbeServer}. A
 * {@linkcode VirtualClock} moves when the test says so. {@linkcode exploreSchedules} decides by a seed
 * whose turn it is, a {@linkcode FaultPlan} what goes wrong; a seed that fails replays exactly.
 * {@linkcode checkComponent} and {@linkcode checkChannel} hold your own parts against the contract.
 *
 * @example Probe a component, then hold it against the contract
 * ```ts
 * import { HarnessComponent, type PortSpec, SystemExecutionHarness } from "@autocoder/harness";
 * import { checkComponent, ProbeSink, ProbeSource } from "@autocoder/harness/testing";
 *
 * class Doubler extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = {
 *     in: { direction: "in" },
 *     out: { direction: "out" },
 *   };
 *   override process(): Promise<void> {
 *     return this.serve({ in: (n: number) => this.send("out", n * 2) });
 *   }
 * }
 * const [source, sink] = [new ProbeSource<number>("source"), new ProbeSink<number>("sink")];
 * await using harness = new SystemExecutionHarness()
 *   .registerComponent(source)
 *   .registerComponent(new Doubler("doubler", undefined))
 *   .registerComponent(sink)
 *   .connect("source.out", "doubler.in")
 *   .connect("doubler.out", "sink.in");
 * await harness.start();
 * await source.sendNext(21);
 * await sink.expectNext(42);
 * source.end();
 * await sink.expectEnd();
 *
 * await checkComponent(() => new Doubler("doubler", undefined), { messages: { in: [1, 2] } });
 * ```
 *
 * @example Hold a channel of your own against the contract
 * ```ts
 * import { Channel } from "@autocoder/harness";
 * import { checkChannel } from "@autocoder/harness/testing";
 *
 * class Counted extends Channel<number> {
 *   sends = 0;
 *   override send(value: number): Promise<void> {
 *     this.sends++;
 *     return super.send(value);
 *   }
 * }
 * await checkChannel((options) => new Counted(options));
 * ```
 *
 * @module
 */
export type {
  ChannelOptions,
  ChannelSendOptions,
  ReceiveOptions,
} from "./channel.ts";
export type { ChannelStats, FullPolicy } from "./channel_stats.ts";
export {
  type CheckableChannel,
  checkChannel,
  type CheckChannelOptions,
  type MakeChannel,
} from "./check_channel.ts";
export {
  checkComponent,
  type CheckComponentOptions,
  type CheckComponentReport,
  type MakeComponent,
} from "./check_component.ts";
export {
  type ExploredSchedules,
  exploreSchedules,
  type ExploreSchedulesOptions,
} from "./explore_schedules.ts";
export {
  type Fault,
  FaultPlan,
  type FaultPlanOptions,
  InjectedFault,
  seededRandom,
  type Strike,
} from "./fault_plan.ts";
export type { ProbeOptions } from "./probe_options.ts";
export {
  ProbeRequest,
  ProbeServer,
  type ProbeServerOptions,
} from "./probe_server.ts";
export { ProbeSink } from "./probe_sink.ts";
export { ProbeSource } from "./probe_source.ts";
export {
  SeededScheduler,
  type SeededSchedulerOptions,
} from "./seeded_scheduler.ts";
export { VirtualClock } from "./virtual_clock.ts";
