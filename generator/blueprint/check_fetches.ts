/**
 * What endpoints fetch from: is each an origin, written in the one way that permissions are?
 *
 * @module
 */
import { codeWords } from "./code_words.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { type EndpointBlueprint, originsOf } from "./endpoint_blueprint.ts";
import { isOfOrigin, originFault } from "./listed_origin.ts";
import { quoted } from "./quoted.ts";

/** Checks what an endpoint says of hosts that it fetches from. */
export function checkFetches(
  path: string,
  endpoint: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { fetches, run } = endpoint;
  const origins = originsOf(endpoint) ?? [];
  if (fetches !== undefined && origins.length === 0) {
    diagnostics.error(
      "AC717",
      `${path}.fetches`,
      `Cannot let "${path}" fetch: found no host that it may fetch from`,
      { at: "key", hint: "add one, such as https://rates.example.com" },
    );
  }
  if (fetches === undefined && run !== undefined) {
    refuseAmbient(path, run, diagnostics);
  }
  for (const [index, text] of origins.entries()) {
    const item = typeof fetches === "string" ? "" : `[${index}]`;
    const isTwice = origins.indexOf(text) < index;
    checkOrigin(`${path}.fetches${item}`, text, isTwice, diagnostics);
  }
  checkFetched(path, endpoint, diagnostics);
}

/** Refuses code that calls the global of that name: the permissions of a system would stop it only when it runs. */
export function refuseAmbient(
  path: string,
  run: string,
  diagnostics: DiagnosticList,
): void {
  const lines = run.split("\n");
  const call = codeWords(run).find(({ word, line, column }) => {
    const text = lines[line - 1] ?? "";
    return word === "fetch" &&
      /^\s*\(/.test(text.slice(column - 1 + word.length)) &&
      !/\bfunction\s+$/.test(text.slice(0, column - 1));
  });
  if (call === undefined) return;
  diagnostics.error(
    "AC718",
    `${path}.run`,
    `Cannot use "fetch" in "${path}": found no hosts that it may fetch from`,
    {
      code: { line: call.line, column: call.column, length: 5 },
      hint: "endpoints list them, such as fetches: [https://rates.example.com]",
    },
  );
}

function checkOrigin(
  path: string,
  text: string,
  isTwice: boolean,
  diagnostics: DiagnosticList,
): void {
  const fault = originFault(text);
  if (fault) {
    const message = `Cannot fetch from ${quoted(text)}: ${fault.why}`;
    diagnostics.error(fault.code, path, message, fault.options);
  } else if (isTwice) {
    diagnostics.error(
      "AC716",
      path,
      `Cannot list ${quoted(text)}: found it in the list already`,
      { hint: "remove it" },
    );
  }
}

/** What examples say that hosts answer. */
function checkFetched(
  path: string,
  endpoint: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { examples = [] } = endpoint;
  const origins = originsOf(endpoint) ?? [];
  for (const [index, { fetched = [] }] of examples.entries()) {
    for (const [nth, { url }] of fetched.entries()) {
      if (url === undefined || isOfOrigin(url, origins)) continue;
      const [first] = origins;
      diagnostics.error(
        "AC719",
        `${path}.examples[${index}].fetched[${nth}].url`,
        `Cannot use ${
          quoted(url)
        } in an example: found it at no host of "fetches"`,
        {
          hint: first === undefined
            ? "add fetches, with its origin"
            : `begin with ${first}/`,
        },
      );
    }
  }
}
