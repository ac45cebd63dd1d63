/**
 * Which answers are failures of the system itself.
 *
 * @module
 */
import type { ApiOperation } from "./api_document.ts";

/** Tells whether an answer says that the system failed; that a host did not, of which it is documented to need one, is a 502. */
export function isFailure(
  status: number,
  { responses }: Pick<ApiOperation, "responses">,
): boolean {
  return status >= 500 && !(status === 502 && responses.has(502));
}
