/**
 * What the files of a system say of the hosts that its endpoints fetch from.
 *
 * @module
 */
import { hostsOf } from "../blueprint/listed_origin.ts";
import type { SystemModel } from "../model/system_model.ts";
import { joined, mdCode, type Safe, safe } from "../../templates/safe_text.ts";

type Md = Safe<"md">;

/** Lists the origins that endpoints fetch from, each once. */
export function fetchOrigins(
  { endpoints = [] }: Pick<SystemModel, "endpoints">,
): readonly string[] {
  return [...new Set(endpoints.flatMap(({ fetches = [] }) => fetches))];
}

/** Lists what `--allow-net` needs for them, beside what each program may reach anyway. */
export function fetchHosts(
  system: Pick<SystemModel, "endpoints">,
): readonly string[] {
  return hostsOf(fetchOrigins(system)).filter((host) =>
    !ALWAYS_REACHED.test(host)
  );
}

/** Says in docs/ARCHITECTURE.md which endpoints fetch from where. */
export function fetchArchitecture({ endpoints = [] }: SystemModel): Md[] {
  const fetching = endpoints.filter(({ fetches }) => fetches);
  if (fetching.length === 0) return [];
  const which = fetching.map(({ method, path, fetches = [] }): Md =>
    safe`${mdCode(`${method} ${path}`)} from ${
      joined(fetches.map(mdCode), safe` and `)
    }`
  );
  return [
    safe<"md">`**Other hosts**: ${joined(which, safe`, `)}. Each is given a ${
      mdCode("fetch")
    } that reaches its own alone (${
      mdCode("kit/listed_fetch.ts")
    }), redirects included, and ${
      mdCode("--allow-net")
    } in deno.json lists no others. A host that gives no usable answer in time is a 502 for the client; the log says which and why (${
      mdCode("fetch_failed")
    }).`,
  ];
}

/** Every port of this machine's loopback address. */
const ALWAYS_REACHED = /^(?:127\.0\.0\.1|0\.0\.0\.0):/;
