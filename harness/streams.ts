/**
 * Moves values between channels and Web Streams: broadcast, multicast, routing, filtering, merging,
 * round-robin and keyed lanes, with {@linkcode StreamManager} and {@linkcode StreamFramework} for those
 * who keep many streams. An entry point of its own, because components send to ports instead.
 *
 * @module
 */
export { broadcast } from "./broadcast.ts";
export { filter } from "./filter.ts";
export { keyedLanes, type KeyedLanesOptions } from "./keyed_lanes.ts";
export { merge, type MergeOptions } from "./merge.ts";
export { multicast } from "./multicast.ts";
export type {
  Branch,
  Discard,
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";
export type { RelayReport, TargetReport } from "./relay_report.ts";
export { roundRobin, type RoundRobinOptions } from "./round_robin.ts";
export { route, type RouteOptions } from "./route.ts";
export { StreamFramework } from "./stream_framework.ts";
export type { StreamHealth } from "./stream_health.ts";
export {
  type CloseReport,
  type StreamFailure,
  type StreamFigures,
  StreamManager,
  type StreamManagerOptions,
  type StreamOptions,
  type StreamStats,
} from "./stream_manager.ts";
