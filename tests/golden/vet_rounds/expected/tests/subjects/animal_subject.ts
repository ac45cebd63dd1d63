/**
 * All that is declared of animals: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { ANIMAL_REMEDY_SPEC } from "../../models/animal_remedy.ts";
import { ANIMAL_WATCH_SPEC } from "../../models/animal_watch.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { ANIMAL_RESOURCE } from "../../resources/animal_resource.ts";
import { REMEDY_RESOURCE } from "../../resources/remedy_resource.ts";

/** What is declared of animals; fields have the names that the model has for them. */
export const ANIMAL_SUBJECT: ResourceSubject = {
  resource: ANIMAL_RESOURCE,
  shape: API_SHAPE,
  errors: "fields",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  actions: [{
    name: "heal",
    before: { state: "ill" },
    effect: { state: "well" },
    role: "vet",
  }],
  marks: [{
    name: "watch",
    link: ANIMAL_WATCH_SPEC,
    target: "animalId",
    user: "userId",
  }],
  links: [{
    path: "remedies",
    link: ANIMAL_REMEDY_SPEC,
    own: "animalId",
    other: "remedyId",
    resource: REMEDY_RESOURCE,
    param: "name",
    stranger: 403,
  }],
  lists: {
    mine: [{ kind: "own", field: "keeperId" }],
    watched: [{
      kind: "marked",
      field: "id",
      link: ANIMAL_WATCH_SPEC,
      target: "animalId",
      user: "userId",
    }],
  },
  aggregates: ["by-kind", "by-keeper"],
  bulk: ["create", "patch", "delete"],
  users: "user",
  owner: "keeperId",
  open: [],
  required: ["chip", "nickname", "kind"],
  others: {
    chip: "Changed",
    nickname: "Changed",
    kind: "dog",
    traits: ["Changed"],
  },
  refused: [
    { field: "chip", what: "blank", value: " " },
    { field: "chip", what: "too long", value: "x".repeat(21) },
    { field: "nickname", what: "blank", value: " " },
    { field: "nickname", what: "too long", value: "x".repeat(41) },
    { field: "kind", what: "of no known value", value: "no such value" },
    { field: "state", what: "of no known value", value: "no such value" },
    {
      field: "traits",
      what: "with too many elements",
      value: Array(9).fill("Some traits"),
    },
  ],
  derived: ["portrait"],
};
