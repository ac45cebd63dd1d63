/**
 * Origins that may be fetched from: a scheme and a host, spelled as permissions are.
 *
 * @module
 */
import type { FindingOptions } from "./diagnostic_list.ts";
import { quoted } from "./quoted.ts";

/** Gives the hosts of origins as permissions name them, each with its port. */
export function hostsOf(origins: readonly string[]): readonly string[] {
  return origins.map((origin) => {
    const { host, port, protocol } = new URL(origin);
    return port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host;
  });
}

/** What is wrong with an origin. */
export interface OriginFault {
  /** The diagnostic. */
  readonly code: string;
  /** What was found and wanted. */
  readonly why: string;
  /** What to do about it. */
  readonly options: FindingOptions;
}

/** Finds why a text is no origin that can be listed. */
export function originFault(text: string): OriginFault | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    const https = `https://${text.replace(/^(?:https?:)?\/*/i, "")}`;
    return notAnOrigin(originOf(https));
  }
  const url = URL.parse(text);
  const origin = originOf(text);
  if (url !== null && !/^https?:$/.test(url.protocol)) {
    return {
      code: "AC714",
      why: `found ${quoted(url.protocol)}, wanted https: or http:`,
      options: { hint: "list what is reached by HTTP alone" },
    };
  }
  if (text.includes("*")) {
    return {
      code: "AC713",
      why: "found a wildcard, wanted each host by its name",
      options: { hint: "write one origin for each host" },
    };
  }
  if (url === null) return notAnOrigin();
  if (origin === undefined) {
    return {
      code: "AC710",
      why: `found the host ${
        quoted(url.host)
      }, wanted a name or an IPv4 address`,
      options: { hint: "write one such as https://rates.example.com" },
    };
  }
  if (url.username !== "" || url.password !== "") {
    return {
      code: "AC712",
      why: "found user info, wanted a host alone",
      options: { meant: origin },
    };
  }
  if (/[/?#\\]/.test(text.replace(/^[^:]+:\/\//, ""))) {
    return {
      code: "AC711",
      why: "found more than an origin, wanted a host alone",
      options: { meant: origin },
    };
  }
  return text === origin ? undefined : {
    code: "AC715",
    why: "found another spelling than that of permissions",
    options: { meant: origin },
  };
}

function notAnOrigin(meant?: string): OriginFault {
  const why = "found no origin, wanted a scheme and a host";
  const options = meant === undefined
    ? { hint: "write one such as https://rates.example.com" }
    : { meant };
  return { code: "AC710", why, options };
}

/** The origin of a URL, as far as it can stand in a list of permissions. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  return url && HOST.test(url.host)
    ? `${url.protocol}//${url.host}`
    : undefined;
}

/** Tells whether a URL is of one of some origins. */
export function isOfOrigin(text: string, origins: readonly string[]): boolean {
  const origin = originOf(text);
  return origin !== undefined && origins.includes(origin);
}

/** Small letters, digits and hyphens between points, as in what is listed for webhooks; no IPv6. */
const HOST =
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?$/;
