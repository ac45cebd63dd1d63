/**
 * How clients see a line, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { LINE_SPEC } from "../models/line.ts";
import { BILL_RESOURCE } from "./bill_resource.ts";

/** What clients see of a line, and where. */
export const LINE_RESOURCE: ResourceSpec = {
  name: "line",
  plural: "lines",
  path: "/v1/bills/{code}/positions",
  param: "id",
  entity: LINE_SPEC,
  key: "id",
  shows: { id: "id", name: "text", amount: "amount", pieces: "pieces" },
  parent: {
    get resource() {
      return BILL_RESOURCE;
    },
    field: "billId",
  },
};
