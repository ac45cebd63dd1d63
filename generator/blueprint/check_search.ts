/**
 * What full-text search reads: are there such fields, have they words, and may clients see them?
 *
 * @module
 */
import type {
  Blueprint,
  EntityBlueprint,
  FieldBlueprint,
} from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { withArticle } from "./with_article.ts";

/** Checks the search of one entity. */
export function checkSearch(
  name: string,
  entity: EntityBlueprint,
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  if (entity.search === undefined) return;
  const { fields, search } = entity;
  const names = [search].flat();
  const path = `entities.${name}.search`;
  const fit = Object.keys(fields).filter((one) => unfit(fields[one]!) === "");
  const refuse = (code: string, at: string, reason: string, hint?: string) =>
    diagnostics.error(code, at, `Cannot search "${name}" ${reason}`, {
      ...(hint === undefined ? {} : { hint }),
      ...(at === path && Array.isArray(search) ? { at: "key" } : {}),
    });
  if (names.length === 0) {
    refuse(
      "AC610",
      path,
      "by words: found no field",
      fit[0] ? `write "search: ${fit[0]}"` : "leave it out",
    );
  }
  names.forEach((field, index) => {
    const at = Array.isArray(search) ? `${path}[${index}]` : path;
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const reason = known === undefined
      ? "found no such field"
      : unfit(known) || (names.indexOf(field) < index ? "found it twice" : "");
    if (reason === "") return;
    const near = nearName(field, fit);
    const hint = known === undefined && near
      ? `write "${near}"`
      : fit.length > 0
      ? `those with words are ${fit.join(", ")}`
      : undefined;
    refuse("AC610", at, `in "${field}": ${reason}`, hint);
  });
  const lists = entity.operations?.includes("list") ?? true;
  if (lists || blueprint.api) return; // A resource has operations of its own.
  refuse(
    "AC611",
    path,
    `by words: found no operation "list"`,
    `add "list" to "operations", or leave "search" out`,
  );
}

/** Says why a field cannot be searched; empty if it can be, or if the reader has told already. */
function unfit({ type, writeOnly }: FieldBlueprint): string {
  if (type === undefined) return "";
  if (writeOnly) return "it is writeOnly, and what is found tells of it";
  return SEARCHED.includes(type)
    ? ""
    : `found ${withArticle(type)}, wanted a string, text, email or url`;
}

const SEARCHED: readonly string[] = ["string", "text", "email", "url"];
