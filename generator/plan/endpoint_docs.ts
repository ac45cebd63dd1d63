/**
 * What docs/API.md says of endpoints of a system's own.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { mdText, name } from "../../templates/safe_text.ts";
import type { ApiDocView } from "../../templates/views.ts";
import { whoMay } from "./access_docs.ts";
import { pathName } from "./shaped_docs_view.ts";
import { withWords, wordsOfLogic } from "./logic_words.ts";
import { refusalsOf } from "./openapi_endpoints.ts";

/** Lists the endpoints; nothing where there are none. */
export function endpointDocs(
  system: SystemModel,
): Pick<ApiDocView, "own"> {
  const { endpoints, users } = system;
  return endpoints === undefined ? {} : {
    own: endpoints.map((endpoint) => ({
      method: name(endpoint.method),
      path: pathName(endpoint.path),
      summary: mdText(
        withWords(endpoint.description, wordsOfLogic(endpoint.logic))
          .replace(/\.$/, ""),
      ),
      answers: mdText(
        [endpoint.status, ...refusalsOf(endpoint, system)]
          .join(", "),
      ),
      ...(users
        ? {
          who: whoMay("call", {
            assignsOwner: false,
            rules: { call: endpoint.access },
          }),
        }
        : {}),
    })),
  };
}
