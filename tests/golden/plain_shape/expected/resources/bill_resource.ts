/**
 * How clients see a bill, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { BILL_SPEC } from "../models/bill.ts";
import { LINE_RESOURCE } from "./line_resource.ts";

/** What clients see of a bill, and where. */
export const BILL_RESOURCE: ResourceSpec = {
  name: "bill",
  plural: "bills",
  path: "/v1/bills",
  param: "code",
  entity: BILL_SPEC,
  key: "code",
  shows: {
    code: "code",
    customer: "payer",
    status: "status",
    dueOn: "dueOn",
    updatedAt: "updatedAt",
    lines: {
      kind: "many",
      of: "line",
      by: "billId",
      get shows() {
        return LINE_RESOURCE.shows;
      },
    },
    lineCount: { kind: "count", of: "line", by: "billId" },
    total: { kind: "sum", of: "line", by: "billId", field: "amount" },
  },
  filters: {
    state: { kind: "field", field: "status" },
    customer: { kind: "field", field: "payer" },
  },
};
