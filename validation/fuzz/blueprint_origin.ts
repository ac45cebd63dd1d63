/**
 * Finds the line of a blueprint that an operation comes from.
 *
 * @module
 */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { type ApiOperation, apiOperations } from "./api_document.ts";
import { ApiWords } from "./api_words.ts";
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";

/** Makes a function that says where an operation comes from, such as `blueprint.yaml:12`; undefined where nothing tells. */
export function blueprintOrigin(
  text: string | undefined,
  { model, document }: {
    readonly model: SystemModel;
    readonly document: JsonObject;
  },
): (operation: ApiOperation) => string | undefined {
  const lines = new Map<string, number>();
  const counter = new LineCounter();
  const parsed = parseDocument(text ?? "", { lineCounter: counter });
  for (const section of ["entities", "users", "endpoints"]) {
    const found = parsed.get(section, true);
    if (!isMap(found)) continue;
    for (const { key } of found.items) {
      if (!isScalar(key) || !key.range) continue;
      const name = section === "entities" ? String(key.value) : section;
      if (!lines.has(name)) lines.set(name, counter.linePos(key.range[0]).line);
    }
  }
  const words = new ApiWords(model, apiOperations(document));
  return (operation) => {
    const name = operation.tag === "endpoints"
      ? "endpoints"
      : words.entityOf(operation) ?? "";
    const line = lines.get(name) ?? lines.get(camelOf(name)) ??
      (operation.tag === "auth" ? lines.get("users") : undefined);
    return line === undefined ? undefined : `blueprint.yaml:${line}`;
  };
}

function camelOf(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
