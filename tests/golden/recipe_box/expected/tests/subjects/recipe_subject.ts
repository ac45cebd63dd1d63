/**
 * All that is declared of recipes: what the tests hold the API to.
 *
 * @module
 */
import type { ResourceSubject } from "../../kit/resource_subject.ts";
import { RECIPE_GOES_WITH_LINK_SPEC } from "../../models/recipe_goes_with_link.ts";
import { RECIPE_LABEL_SPEC } from "../../models/recipe_label.ts";
import { API_SHAPE } from "../../resources/api_shape.ts";
import { RECIPE_RESOURCE } from "../../resources/recipe_resource.ts";
import { LABEL_RESOURCE } from "../../resources/label_resource.ts";

/** What is declared of recipes; fields have the names that the model has for them. */
export const RECIPE_SUBJECT: ResourceSubject = {
  resource: RECIPE_RESOURCE,
  shape: API_SHAPE,
  errors: "problem",
  operations: [
    { operation: "list", method: "GET", status: 200 },
    { operation: "get", method: "GET", status: 200 },
    { operation: "create", method: "POST", status: 201 },
    { operation: "replace", method: "PUT", status: 200 },
    { operation: "patch", method: "PATCH", status: 200 },
    { operation: "delete", method: "DELETE", status: 204 },
  ],
  links: [{
    path: "labels",
    link: RECIPE_LABEL_SPEC,
    own: "recipeId",
    other: "labelId",
    resource: LABEL_RESOURCE,
    param: "labelId",
  }, {
    path: "goes-with",
    link: RECIPE_GOES_WITH_LINK_SPEC,
    own: "recipeId",
    other: "goesWithId",
    resource: RECIPE_RESOURCE,
    param: "recipeId",
  }],
  required: ["name"],
  others: { name: "Changed", steps: "Changed" },
  refused: [{ field: "name", what: "blank", value: " " }, {
    field: "name",
    what: "too long",
    value: "x".repeat(101),
  }, { field: "steps", what: "too long", value: "x".repeat(10001) }],
};
