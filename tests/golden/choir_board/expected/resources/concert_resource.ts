/**
 * How clients see a concert, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { CONCERT_SPEC } from "../models/concert.ts";
import { USER_SPEC } from "../models/user.ts";
import { PERSON_RESOURCE } from "./person_resource.ts";

/** What clients see of a concert, and where. */
export const CONCERT_RESOURCE: ResourceSpec = {
  name: "concert",
  plural: "concerts",
  path: "/v1/concerts",
  param: "code",
  entity: CONCERT_SPEC,
  key: "code",
  shows: {
    code: "code",
    title: "title",
    starts_on: "startsOn",
    state: "state",
    leader: {
      kind: "one",
      field: "leaderId",
      of: "user",
      shows: PERSON_RESOURCE.shows,
    },
    request_count: { kind: "count", of: "seat_request", by: "concertId" },
    program: "program",
  },
  listsOmit: ["program"],
  filters: {
    state: { kind: "field", field: "state" },
    on: { kind: "field", field: "startsOn" },
    led_by: { kind: "related", field: "leaderId", of: USER_SPEC, by: "email" },
  },
};
