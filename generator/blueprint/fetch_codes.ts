/**
 * The diagnostic codes of what is fetched from other hosts.
 *
 * @module
 */
import type { CodeMeaning } from "./diagnostic_codes.ts";

/** What the codes mean. */
export const FETCH_CODES: Readonly<Record<string, CodeMeaning>> = {
  AC710: {
    title: "A host to fetch from that is no origin",
    advice:
      "Write a scheme and a host in small letters, such as https://rates.example.com; no IPv6 address.",
  },
  AC711: {
    title: "A host to fetch from with more than an origin",
    advice: "Leave the path out: the code names it.",
  },
  AC712: {
    title: "A host to fetch from with user info",
    advice: "Leave the name and the password out, and never write one down.",
  },
  AC713: {
    title: "A host to fetch from with a wildcard",
    advice: "List each host by its name.",
  },
  AC714: {
    title: "A host to fetch from by something else than HTTP",
    advice: "List what is reached by https or http.",
  },
  AC715: {
    title: "A host to fetch from in another spelling",
    advice:
      "Write it in small letters, numbers of an address as usual, and no port that the scheme has anyway.",
  },
  AC716: {
    title: "A host to fetch from that is listed twice",
    advice: "List it once.",
  },
  AC717: {
    title: "A list of hosts to fetch from without any",
    advice: "List a host, or leave `fetches` out.",
  },
  AC718: {
    title: "Code that fetches without a list of hosts",
    advice:
      "Add `fetches` to the endpoint; guards, actions, hooks and computed fields cannot fetch.",
  },
  AC719: {
    title: "An example that fetches from a host that is not listed",
    advice: "Give URLs of the origins in `fetches`.",
  },
};
