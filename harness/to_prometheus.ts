import type {
  ChannelFigures,
  ComponentFigures,
  HarnessMetrics,
} from "./harness_metrics.ts";

/**
 * Writes figures in the Prometheus text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Serve it as
 * `text/plain; version=0.0.4`.
 */
export function toPrometheus(metrics: HarnessMetrics): string {
  const system = label("system", metrics.system);
  const componentLabels = ({ name }: ComponentFigures) =>
    `${system},${label("component", name)}`;
  const channelLabels = ({ name, type }: ChannelFigures) =>
    `${system},${label("channel", name)},${label("type", type)}`;
  return [
    ...family("component_state", "gauge", "1 for the state a component is in.")(
      metrics.components.map((component) => [
        `${componentLabels(component)},${label("state", component.state)}`,
        1,
      ]),
    ),
    ...COMPONENT_FAMILIES.flatMap(([name, type, help, read]) =>
      family(name, type, help)(
        metrics.components.map((
          component,
        ) => [componentLabels(component), read(component)]),
      )
    ),
    ...CHANNEL_FAMILIES.flatMap(([name, type, help, read]) =>
      family(name, type, help)(
        metrics.channels.map((
          channel,
        ) => [channelLabels(channel), read(channel)]),
      )
    ),
    ...family(
      "dead_letters_total",
      "counter",
      "Messages that could not be handled.",
    )(
      [[system, metrics.deadLetters]],
    ),
    ...family("dead_letters_kept", "gauge", "Dead letters that are kept.")(
      [[system, metrics.deadLettersKept]],
    ),
    ...family(
      "dead_letters_unsaved",
      "gauge",
      "Dead letters that were to be saved and are in memory only.",
    )(
      [[system, metrics.deadLettersUnsaved]],
    ),
    "",
  ].join("\n");
}

type Sample = readonly [labels: string, value: number];
type MetricType = "counter" | "gauge";
type Family<T> = readonly [
  name: string,
  type: MetricType,
  help: string,
  read: (figures: T) => number,
];

function family(
  name: string,
  type: MetricType,
  help: string,
): (samples: readonly Sample[]) => string[] {
  return (samples) => [
    `# HELP harness_${name} ${help}`,
    `# TYPE harness_${name} ${type}`,
    ...samples.map(([labels, value]) => `harness_${name}{${labels}} ${value}`),
  ];
}

function label(name: string, value: string): string {
  const escaped = value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
  return `${name}="${escaped}"`;
}

const COMPONENT_FAMILIES: readonly Family<ComponentFigures>[] = [
  [
    "component_restarting",
    "gauge",
    "1 while a component has ended and is about to be started again.",
    (c) => c.restarting ? 1 : 0,
  ],
  [
    "component_received_total",
    "counter",
    "Messages handled.",
    (c) => c.received,
  ],
  ["component_sent_total", "counter", "Messages sent.", (c) => c.sent],
  [
    "component_failed_total",
    "counter",
    "Messages whose handler failed.",
    (c) => c.failed,
  ],
  [
    "component_retries_total",
    "counter",
    "Tries beyond the first of messages whose handler failed.",
    (c) => c.retries,
  ],
  ["component_in_hand", "gauge", "Messages being handled.", (c) => c.inHand],
  ["component_requests_total", "counter", "Requests made.", (c) => c.requests],
  [
    "component_requests_failed_total",
    "counter",
    "Requests that failed.",
    (c) => c.requestsFailed,
  ],
  [
    "component_requests_timed_out_total",
    "counter",
    "Requests not answered in time.",
    (c) => c.requestsTimedOut,
  ],
  [
    "component_late_replies_total",
    "counter",
    "Answers that nobody waited for any more.",
    (c) => c.lateReplies,
  ],
  [
    "component_restarts_total",
    "counter",
    "Times that the component was started again.",
    (c) => c.restarts,
  ],
  [
    "component_withdrawn_total",
    "counter",
    "Requests skipped because their requester gave up.",
    (c) => c.withdrawn,
  ],
  [
    "component_errors_total",
    "counter",
    "Failed messages and failed lifecycle methods.",
    (c) => c.errorCount,
  ],
];

const CHANNEL_FAMILIES: readonly Family<ChannelFigures>[] = [
  [
    "channel_capacity",
    "gauge",
    "Most values that may be queued.",
    (c) => c.capacity,
  ],
  ["channel_depth", "gauge", "Values queued.", (c) => c.depth],
  [
    "channel_high_water",
    "gauge",
    "Most values ever queued.",
    (c) => c.highWater,
  ],
  [
    "channel_in_hand",
    "gauge",
    "Values taken and not yet dealt with.",
    (c) => c.inHand,
  ],
  [
    "channel_waiting_senders",
    "gauge",
    "Senders waiting for room.",
    (c) => c.waitingSenders,
  ],
  ["channel_sent_total", "counter", "Values accepted.", (c) => c.sent],
  [
    "channel_received_total",
    "counter",
    "Values handed to a receiver.",
    (c) => c.received,
  ],
  [
    "channel_acknowledged_total",
    "counter",
    "Values dealt with.",
    (c) => c.acknowledged,
  ],
  [
    "channel_dead_total",
    "counter",
    "Values that became dead letters.",
    (c) => c.dead,
  ],
  ["channel_dropped_total", "counter", "Values dropped.", (c) => c.dropped],
  [
    "channel_send_waits_total",
    "counter",
    "Times a sender waited.",
    (c) => c.sendWaits,
  ],
  [
    "channel_send_wait_seconds_total",
    "counter",
    "Time senders waited, estimated.",
    (c) => c.sendWaitMs / 1000,
  ],
];
