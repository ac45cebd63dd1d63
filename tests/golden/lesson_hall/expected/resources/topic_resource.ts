/**
 * How clients see a topic, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { TOPIC_SPEC } from "../models/topic.ts";

/** What clients see of a topic, and where. */
export const TOPIC_RESOURCE: ResourceSpec = {
  name: "topic",
  plural: "topics",
  path: "/api/topics",
  param: "name",
  entity: TOPIC_SPEC,
  key: "name",
  shows: { name: "name", approved: "approved" },
};
