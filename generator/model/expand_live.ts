/**
 * The part of expansion that lets clients listen to changes: the component that hands them out, and the channel to it.
 *
 * @module
 */
import { LIVE_FEED } from "../blueprint/check_live.ts";
import type { PortModel, SystemModel } from "./system_model.ts";

/** Adds what tells of changes to a model, where it has live entities. */
export function withLive(model: SystemModel): SystemModel {
  const gateway = model.components.find(({ type }) => type === "APIEndpoint");
  if (!gateway || !model.entities.some(({ live }) => live)) return model;
  const subscribe: PortModel = {
    name: "subscribe",
    direction: "in",
    type: "LiveRequest",
    replyType: "LiveReply",
    role: "request",
  };
  const out: PortModel = {
    ...subscribe,
    name: LIVE_REQUESTS,
    direction: "out",
  };
  return {
    ...model,
    components: [
      ...model.components.map((component) =>
        component === gateway
          ? { ...gateway, ports: [...gateway.ports, out] }
          : component
      ),
      {
        name: LIVE_FEED,
        type: "LiveFeed",
        className: "LiveFeed",
        ports: [subscribe],
        description: "Tells clients that listen what has changed",
      },
    ],
    connections: [...model.connections, {
      from: { component: gateway.name, port: out.name },
      to: { component: LIVE_FEED, port: subscribe.name },
      type: "request_reply",
      bufferSize: 100,
    }],
  };
}

/** The port of the endpoint by which it subscribes. */
export const LIVE_REQUESTS = "live_requests";
