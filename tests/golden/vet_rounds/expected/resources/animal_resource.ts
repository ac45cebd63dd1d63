/**
 * How clients see an animal, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { ANIMAL_SPEC } from "../models/animal.ts";
import { ANIMAL_REMEDY_SPEC } from "../models/animal_remedy.ts";
import { ANIMAL_WATCH_SPEC } from "../models/animal_watch.ts";
import { REMEDY_SPEC } from "../models/remedy.ts";
import { USER_SPEC } from "../models/user.ts";
import { COLLEAGUE_RESOURCE } from "./colleague_resource.ts";
import { REMEDY_RESOURCE } from "./remedy_resource.ts";
import { VISIT_RESOURCE } from "./visit_resource.ts";

/** What clients see of an animal, and where. */
export const ANIMAL_RESOURCE: ResourceSpec = {
  name: "animal",
  plural: "animals",
  path: "/api/animals",
  param: "chip",
  entity: ANIMAL_SPEC,
  key: "chip",
  shows: {
    chip: "chip",
    called_as: "nickname",
    kind: "kind",
    state: "state",
    traits: "traits",
    watched: {
      kind: "marked",
      of: "animal_watch",
      by: "animalId",
      user: "userId",
    },
    watchers: { kind: "count", of: "animal_watch", by: "animalId" },
    remedies: {
      kind: "linked",
      of: "animal_remedy",
      by: "animalId",
      target: "remedyId",
      to: "remedy",
      shows: REMEDY_RESOURCE.shows,
    },
    visits: {
      kind: "many",
      of: "visit",
      by: "animalId",
      get shows() {
        return VISIT_RESOURCE.shows;
      },
    },
    visit_count: { kind: "count", of: "visit", by: "animalId" },
    spent: { kind: "sum", of: "visit", by: "animalId", field: "fee" },
    keeper: {
      kind: "one",
      field: "keeperId",
      of: "user",
      shows: COLLEAGUE_RESOURCE.shows,
    },
    picture: {
      kind: "file",
      field: "portrait",
      path: "portrait",
      get resource() {
        return ANIMAL_RESOURCE;
      },
    },
    created_at: "createdAt",
  },
  listsOmit: ["visits"],
  filters: {
    kind: { kind: "field", field: "kind" },
    keeper: { kind: "related", field: "keeperId", of: USER_SPEC, by: "email" },
    remedy: {
      kind: "marked",
      link: ANIMAL_REMEDY_SPEC,
      target: "animalId",
      user: "remedyId",
      of: REMEDY_SPEC,
      by: "name",
    },
    watched_by: {
      kind: "marked",
      link: ANIMAL_WATCH_SPEC,
      target: "animalId",
      user: "userId",
      of: USER_SPEC,
      by: "email",
    },
  },
};
