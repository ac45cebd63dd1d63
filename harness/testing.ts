/**
 * What tests of components and systems need: contracts to hold your own parts against, a clock that
 * a test moves, and faults by a seed.
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
export type { ChannelOptions, ReceiveOptions } from "./channel.ts";
export type { ChannelStats, FullPolicy } from "./channel_stats.ts";
export {
  type CheckableChannel,
  checkChannel,
  type CheckChannelOptions,
  type MakeChannel,
} from "./check_channel.ts";
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
