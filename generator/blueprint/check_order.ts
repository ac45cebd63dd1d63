/**
 * The order of an entity's lists: can they be sorted by that?
 *
 * @module
 */
import type { EntityBlueprint, FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { longestOf } from "./field_types.ts";
import { nearName } from "./near_name.ts";

/** Checks what one entity's lists are sorted by. */
export function checkOrder(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const { fields, relations = {} } = entity;
  const isSingle = typeof entity.order === "string";
  const order = [entity.order ?? []].flat();
  const path = `entities.${name}.order`;
  const known = [
    ...Object.keys(fields).filter((one) => unfit(fields[one]!) === undefined),
    ...Object.keys(relations),
    ...SERVER_FIELDS,
  ];
  const taken = new Set<string>();
  order.forEach((text, index) => {
    const { member, descending } = orderKey(text);
    const refuse = (reason: string, hint?: string) =>
      diagnostics.error(
        "AC521",
        isSingle ? path : `${path}[${index}]`,
        `Cannot sort "${name}" by "${member}": ${reason}`,
        hint === undefined ? {} : { hint },
      );
    const field = Object.hasOwn(fields, member) ? fields[member] : undefined;
    if (field === undefined && !known.includes(member)) {
      const near = nearName(member, known);
      refuse(
        "found no such field or relation",
        near
          ? `write "${descending ? "-" : ""}${near}"`
          : `they are ${known.join(", ")}`,
      );
    } else if (field && unfit(field) !== undefined) {
      refuse(unfit(field)!);
    } else if (taken.has(member)) refuse("found it twice", "remove it here");
    taken.add(member);
  });
  if (order.length <= MOST) return;
  diagnostics.error(
    "AC521",
    path,
    `Cannot sort "${name}" by ${order.length} fields: wanted at most ${MOST}`,
    { at: "key" },
  );
}

/** Reads one entry: a name, with a dash before it for largest first. */
export function orderKey(
  text: string,
): { readonly member: string; readonly descending: boolean } {
  const descending = text.startsWith("-");
  return { member: descending ? text.slice(1) : text, descending };
}

/** A list's cursor holds the values that it is sorted by. */
function unfit(field: FieldBlueprint): string | undefined {
  const { type } = field;
  if (type === undefined) return undefined; // Left out by the reader, which has told why.
  if (UNSORTED.includes(type)) {
    return `found the type "${type}", which lists cannot be sorted by`;
  }
  return type === "string" && (longestOf(field) ?? 0) > MAX_CURSOR_TEXT
    ? `found texts of more than ${MAX_CURSOR_TEXT} characters, which lists cannot be sorted by`
    : undefined;
}

const UNSORTED: readonly string[] = [
  "file",
  "json",
  "list",
  "object",
  "text",
  "url",
];
const SERVER_FIELDS = ["id", "createdAt", "updatedAt"];
const MAX_CURSOR_TEXT = 255;
const MOST = 4;
