/**
 * How an endpoint of a system's own is named in generated files.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import { type Name, name } from "../../templates/safe_text.ts";

/** Names the constant that declares an endpoint. */
export function endpointConstant({ name: forms }: EndpointModel): Name {
  return name(`${forms.constant}_ENDPOINT`);
}

/** Names the file of an endpoint, without its ending. */
export function endpointFile({ name: forms }: EndpointModel): Name {
  return name(`${forms.snake}_endpoint`);
}

/** Gives the path of an endpoint's file in the output. */
export function endpointPath(endpoint: EndpointModel): string {
  return `logic/${endpointFile(endpoint)}.ts`;
}

/** Gives the path of the tests of an endpoint in the output. */
export function endpointTestFile(endpoint: EndpointModel): string {
  return `tests/contract/${endpointFile(endpoint)}_test.ts`;
}

/** Names a type of an endpoint, such as `YearReportAnswer`. */
export function endpointType({ name: forms }: EndpointModel, of: string): Name {
  return name(`${forms.pascal}${of}`);
}
