/**
 * Types the fields that are the two ends of a span of time: "from, to", "a start and an end".
 *
 * @module
 */
import type { FieldType } from "../blueprint/blueprint.ts";
import type { EntityDraft, FieldDraft } from "./draft.ts";
import {
  LASTING_DAYS,
  LASTING_HOURS,
  NO_SPANS,
  SPAN_ENDS,
  VAGUE_ENDS,
} from "./lexicon_domains.ts";
import { fieldName } from "./names.ts";
import type { Noun } from "./statement.ts";

/**
 * Types the ends of spans among fields that were listed together, where the request says no type.
 *
 * @return What was assumed, one sentence each
 */
export function typeSpans(
  entity: EntityDraft,
  nouns: readonly Noun[],
): string[] {
  const phrases = new Set(nouns.map((noun) => noun.words.join(" ")));
  return SPAN_ENDS.flatMap(([start, end]) => {
    if (!phrases.has(start) || !phrases.has(end)) return [];
    const names = [start, end].map((one) => fieldName(one.split(" ")) ?? "");
    const fields = names.map((name) => entity.fields.get(name));
    const type = typeOf(entity.name, start);
    if (type === undefined || !fields.every(isPlain)) return [];
    for (const field of fields) {
      if (field === undefined) continue;
      field.type = type;
      field.hinted = true;
    }
    const both = names.map((name) => `${entity.name}.${name}`).join(" and ");
    return [`${both} are each a ${type}: the ends of one span`];
  });
}

function typeOf(entity: string, start: string): FieldType | undefined {
  const words = entity.split("_");
  if (words.some((word) => LASTING_DAYS.has(word))) return "date";
  if (words.some((word) => LASTING_HOURS.has(word))) return "datetime";
  const vague = VAGUE_ENDS.has(start) ||
    words.some((word) => NO_SPANS.has(word));
  return vague ? undefined : "datetime";
}

function isPlain(field: FieldDraft | undefined): boolean {
  return field?.type === "string" && !field.typed && !field.unique;
}
