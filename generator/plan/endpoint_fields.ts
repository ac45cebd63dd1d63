/**
 * The fields of endpoints of a system's own, whatever part they are in.
 *
 * @module
 */
import { ENDPOINT_PARTS } from "../blueprint/check_endpoints.ts";
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { FieldModel } from "../model/system_model.ts";

/** Lists the fields of all parts of all endpoints. */
export function endpointFields(
  endpoints: readonly EndpointModel[] = [],
): readonly FieldModel[] {
  return endpoints.flatMap((endpoint) =>
    ENDPOINT_PARTS.flatMap((part) => endpoint[part] ?? [])
  );
}

/** Changes each field of an endpoint. */
export function withEndpointFields(
  endpoint: EndpointModel,
  change: (field: FieldModel, part: string) => FieldModel,
): EndpointModel {
  const changed = ENDPOINT_PARTS.flatMap((part) => {
    const fields = endpoint[part];
    return fields === undefined
      ? []
      : [[part, fields.map((field) => change(field, part))]];
  });
  return { ...endpoint, ...Object.fromEntries(changed) };
}
