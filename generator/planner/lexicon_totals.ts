/**
 * How requests speak of words that are searched, and of what lists come to.
 *
 * @module
 */

/** What a clause of these forms says. */
export type TotalShape = "search words" | "count" | "sum" | "mean";

const FULL = "full-text|fulltext|full_text";
const PER = "by|per|for_each|for_every|in_each|grouped_by|broken_down_by";
const SHOW =
  "show|shows|report|reports|list|get|give|return|compute|calculate|see|display|view";
const OFFER = "support|supports|offer|offers|provide|provides|with|add|include";
const IN = "over|on|in|of|across|through|by|for";

/** The clauses, read from their first word. */
export const TOTAL_PATTERNS: Readonly<Record<TotalShape, readonly string[]>> = {
  "search words": [
    ...[
      `${OFFER}? a|the? ${FULL} search|searching`,
      `$anyone $can? search by? ${FULL}? words|word`,
    ]
      .flatMap((start) => fieldLists(`${start} ${IN}`)),
    ...fieldLists(
      `{E:of} $must|$can? have|has|support|supports ${FULL} search ${IN}`,
    ),
    ...fieldLists(
      `{E:of} $must|$can|is|are? be? ${FULL} searchable|searched ${IN}`,
    ),
  ],
  count: [
    `count the? {E:of} ${PER} {E:by}`,
    `$anyone $can? ${SHOW} the? number|count of {E:of} ${PER} {E:by}`,
    `${SHOW} the? number|count of {E:of} ${PER} {E:by}`,
    `${SHOW} how_many {E:of} there are? ${PER} {E:by}`,
  ],
  sum: [
    `${SHOW} the? total|sum_of|overall {E:field} ${PER} {E:by}`,
    `${SHOW} the? total|sum_of|overall {E:field} of the? {E:of} ${PER} {E:by}`,
    `$anyone $can? ${SHOW} the? total|sum_of|overall {E:field} ${PER} {E:by}`,
    `$anyone $can? ${SHOW} the? total|sum_of|overall {E:field} of the? {E:of} ${PER} {E:by}`,
    `add|sum|total up? the? {E:field} of the? {E:of} ${PER} {E:by}`,
  ],
  mean: [
    `${SHOW} the? average|mean {E:field} ${PER} {E:by}`,
    `${SHOW} the? average|mean {E:field} of the? {E:of} ${PER} {E:by}`,
    `$anyone $can? ${SHOW} the? average|mean {E:field} ${PER} {E:by}`,
    `$anyone $can? ${SHOW} the? average|mean {E:field} of the? {E:of} ${PER} {E:by}`,
  ],
};

/** One to three fields, and the things that they are of. */
function fieldLists(start: string): readonly string[] {
  const own = "the|its|their?";
  return ["", ` of|for the? {E:of}`].filter((of) =>
    of === "" || !start.includes("{E:of}")
  ).flatMap((of) => [
    `${start} ${own} {E:a}${of}`,
    `${start} ${own} {E:a} and|or ${own} {E:b}${of}`,
    `${start} ${own} {E:a} , ${own} {E:b} ,? and|or ${own} {E:c}${of}`,
  ]);
}
