/**
 * How clients see a label, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { LABEL_SPEC } from "../models/label.ts";

/** What clients see of a label, and where. */
export const LABEL_RESOURCE: ResourceSpec = {
  name: "label",
  plural: "labels",
  path: "/labels",
  param: "id",
  entity: LABEL_SPEC,
  key: "id",
  shows: {
    id: "id",
    createdAt: "createdAt",
    updatedAt: "updatedAt",
    word: "word",
  },
};
