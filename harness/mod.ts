/**
 * The harness: long-lived components wired by bounded channels, on one machine, without dependencies.
 *
 * Components declare ports; a {@linkcode SystemExecutionHarness} connects them, starts whoever
 * receives before whoever sends, contains failures, and stops without losing a message in silence.
 * {@linkcode Channel} is useful on its own: a fast bounded queue that is a pair of Web Streams.
 *
 * @example A requester and a server
 * ```ts
 * import { HarnessComponent, type PortSpec, SystemExecutionHarness } from "@autocoder/harness";
 *
 * class Greeter extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = { greet: { direction: "in" } };
 *   override process(): Promise<void> {
 *     return this.serve({ greet: (name: string) => `Hello, ${name}!` });
 *   }
 * }
 * class Guest extends HarnessComponent {
 *   override readonly ports: Readonly<Record<string, PortSpec>> = { ask: { direction: "out" } };
 *   heard = "";
 *   override async process(): Promise<void> {
 *     this.heard = await this.request<string>("ask", "Ada");
 *   }
 * }
 * const guest = new Guest("guest", undefined);
 * await using harness = new SystemExecutionHarness({ name: "welcome" });
 * await harness
 *   .registerComponent(guest)
 *   .registerComponent(new Greeter("greeter", undefined))
 *   .connect("guest.ask", "greeter.greet", { type: "request_reply" })
 *   .run();
 * if (guest.heard !== "Hello, Ada!") throw new Error(`found ${guest.heard}`);
 * ```
 *
 * @module
 */
export {
  Channel,
  type ChannelOptions,
  type ChannelSendOptions,
  type ReceiveOptions,
} from "./channel.ts";
export {
  type ChannelStats,
  type FullPolicy,
  ledgerBalances,
} from "./channel_stats.ts";
export { checkGraph } from "./check_graph.ts";
export type { Clock } from "./clock.ts";
export {
  Component,
  type ComponentContext,
  type ConfigArgument,
} from "./component.ts";
export { ComponentMetrics } from "./component_metrics.ts";
export {
  type ComponentState,
  ComponentStatus,
  TRANSITIONS,
} from "./component_status.ts";
export type { DeadLetter } from "./dead_letter.ts";
export type {
  DeadLetterContext,
  DeadLetterStore,
  DeadLetterTrouble,
} from "./dead_letter_store.ts";
export type { Blockage, BlockageReason, Diagnosis } from "./diagnose.ts";
export {
  ChannelBroken,
  ChannelClosed,
  ChannelFull,
  ComponentAlreadyRegistered,
  ComponentUnavailable,
  GraphError,
  HarnessAlreadyRunning,
  InvalidStateTransition,
  RequestFailed,
  RequestTimeout,
  RestartsExhausted,
  UnknownComponent,
  UnknownPort,
} from "./errors.ts";
export type {
  BindingType,
  ComponentDescription,
  ConnectionDescription,
  GraphDescription,
  GraphFinding,
  GraphFindingCode,
  PortAddress,
  PortDescription,
  PortSpec,
} from "./graph.ts";
export { HarnessComponent } from "./harness_component.ts";
export type {
  ChannelFigures,
  ComponentFigures,
  HarnessMetrics,
} from "./harness_metrics.ts";
export type {
  ConnectOptions,
  HarnessOptions,
  StopOptions,
} from "./harness_options.ts";
export type {
  ComponentHealth,
  DeadLetterTroubleHealth,
  HarnessState,
  HealthReport,
  RestartingHealth,
} from "./health.ts";
export type { Log, LogEntry, LogLevel } from "./log.ts";
export type { MemberOptions } from "./member_options.ts";
export { createMessage, type Message, type MessageInit } from "./message.ts";
export type { RequestOptions, SendOptions } from "./out_port.ts";
export type { Handler } from "./port_server.ts";
export type {
  AnswerTypes,
  AskTypes,
  Declared,
  Handlers,
  InTypes,
  None,
  OutTypes,
  PortSpecs,
  PortTypes,
  ReplyOf,
  RequestOf,
  RequestReply,
  Requests,
  UntypedPorts,
} from "./port_types.ts";
export type { RetryOptions, ServeOptions } from "./serve_options.ts";
export type { Ledger, StopError, StopReport, Untaken } from "./stop_report.ts";
export type {
  BackoffOptions,
  Delivery,
  RestartKind,
  RestartStrategy,
  SupervisionOptions,
} from "./supervision.ts";
export type {
  RedriveOptions,
  RedriveReport,
  RefusedLetter,
} from "./redrive.ts";
export { SystemExecutionHarness } from "./system_execution_harness.ts";
export { toPrometheus } from "./to_prometheus.ts";
export type { Span, SpanInit, Tracer } from "./tracer.ts";
