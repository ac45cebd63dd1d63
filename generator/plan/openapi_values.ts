/**
 * The paths of values in the OpenAPI document.
 *
 * @module
 */
import { itemsName } from "../model/api_naming.ts";
import type { ApiModel, ValuesModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { answersOf } from "./answers.ts";
import { findEntity } from "./component_views.ts";
import { fieldSchema } from "./json_schemas.ts";
import { json, securityIn } from "./openapi_answers.ts";
import { errorResponses, type JsonObject } from "./openapi_responses.ts";

/** Describes how the values of a field are listed. */
export function valuesPaths(
  { path, plural, entity: name, field }: ValuesModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const entity = findEntity(system, name);
  const own = entity.fields.find((one) => one.name === field);
  const of = own ? fieldSchema(own, { asFilter: true }) : {};
  const items = of.type === "array" ? of.items : of;
  return {
    [path]: {
      get: {
        operationId: `list${plural.pascal}`,
        tags: [plural.words],
        summary: `List ${plural.words}, each once`,
        ...securityIn("list", entity),
        responses: {
          "200": {
            description: "All of them, in order.",
            content: json({
              type: "object",
              required: [itemsName(api, plural)],
              properties: {
                [itemsName(api, plural)]: {
                  type: "array",
                  items: items ?? {},
                },
              },
            }),
          },
          ...errorResponses(
            // A token that is not valid is nobody's.
            ["401", "403"].filter((status) =>
              answersOf("list", entity, system).includes(status) ||
              status === "401" && system.users !== undefined
            ),
          ),
        },
      },
    },
  };
}
