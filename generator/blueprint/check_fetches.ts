/**
 * What endpoints fetch from: is each an origin, written in the one way that permissions are?
 *
 * @module
 */
import { codeWords } from "./code_words.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import type { EndpointBlueprint } from "./endpoint_blueprint.ts";
import { isOfOrigin, originFault } from "./listed_origin.ts";
import { quoted } from "./quoted.ts";

/** Checks what an endpoint says of hosts that it fetches from. */
export function checkFetches(
  path: string,
  endpoint: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { fetches, run } = endpoint;
  if (fetches?.length === 0) {
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
  checkOrigins(`${path}.fetches`, fetches ?? [], diagnostics);
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

function checkOrigins(
  path: string,
  origins: readonly string[],
  diagnostics: DiagnosticList,
): void {
  for (const [index, text] of origins.entries()) {
    const at = `${path}[${index}]`;
    const fault = originFault(text);
    if (fault) {
      const { code, why, options } = fault;
      const message = `Cannot fetch from ${quoted(text)}: ${why}`;
      diagnostics.error(code, at, message, options);
    } else if (origins.indexOf(text) < index) {
      diagnostics.error(
        "AC716",
        at,
        `Cannot list ${quoted(text)}: found it in the list already`,
        { hint: "remove it" },
      );
    }
  }
}

/** What examples say that hosts answer. */
function checkFetched(
  path: string,
  { fetches = [], examples = [] }: EndpointBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const [index, { fetched = [] }] of examples.entries()) {
    for (const [nth, { url }] of fetched.entries()) {
      if (url === undefined || isOfOrigin(url, fetches)) continue;
      const [first] = fetches;
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
