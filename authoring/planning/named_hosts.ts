/**
 * Which hosts a request names, other than to forbid them.
 *
 * @module
 */
import { withoutRefused } from "./without_refused.ts";

/**
 * Tells whether a request names a host, whole: `shop.example.com` does not name `example.com`, nor does an address.
 *
 * @param host A host or a URL of it; where it has a port, the request must name that, too
 */
export function namesHost(request: string, host: string): boolean {
  const bare = host.toLowerCase().replace(/^[a-z]+:\/\//, "")
    .replace(/\/.*$/, "");
  if (!/^[a-z0-9.-]+(?::\d+)?$/.test(bare)) return false;
  const name = bare.replaceAll(".", "\\.");
  return new RegExp(
    `(?<![a-z0-9.@_-])${name}(?![a-z0-9@_-]|\\.[a-z0-9])`,
    "i",
  ).test(withoutRefused(request));
}

/**
 * Tells whether a request names an origin: its host, with no other port. What would travel unencrypted it must name as
 * `http://…`; else `https` is what is meant.
 */
export function namesOrigin(request: string, origin: string): boolean {
  const [scheme = "", host = ""] = origin.split("://");
  if (!/^[a-z0-9.-]+(?::\d+)?$/.test(host)) return false;
  const before = scheme === "https" ? "(?<![a-z0-9.@_-])" : "(?<=http://)";
  const name = host.replaceAll(".", "\\.");
  return new RegExp(
    `${before}${name}(?![a-z0-9@_-]|\\.[a-z0-9]|:\\d)`,
    "i",
  ).test(request);
}

/** Tells whether a request says that pages of any origin may call the system. */
export function speaksOfOrigins(request: string): boolean {
  const asked = withoutRefused(request);
  return ANY_ORIGIN.test(asked) ||
    /\bcors\b/i.test(asked) && !/\bhttps?:\/\//i.test(request);
}

const ANY_ORIGIN =
  /\b(?:any|every|all) (?:origins?|websites?|sites?|domains?)\b/i;
