/**
 * The lists of members at entity level, `unique` and `indexes`: do they name fields and relations, each once?
 *
 * @module
 */
import type { EntityBlueprint } from "./blueprint.ts";
import { FIELD_TYPE_RULES } from "./field_types.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks what one entity says of several of its members at once. */
export function checkMemberLists(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const key of ["unique", "indexes"] as const) {
    const taken = new Map<string, number>();
    entity[key]?.forEach((members, index) => {
      const path = `entities.${name}.${key}[${index}]`;
      checkMembers(name, entity, { key, members, path }, diagnostics);
      // What is unique together is so in any order; what is looked up is not.
      const order = key === "unique" ? members.toSorted() : members;
      const first = taken.get(order.join());
      taken.set(order.join(), index);
      if (first === undefined || members.length === 0) return;
      diagnostics.warn(
        "AC316",
        path,
        `Found [${members.join(", ")}] twice in "${key}" of "${name}"`,
        { hint: "remove one of the two" },
      );
    });
  }
}

interface MemberList {
  readonly key: "unique" | "indexes";
  readonly members: readonly string[];
  readonly path: string;
}

function checkMembers(
  name: string,
  entity: EntityBlueprint,
  { key, members, path }: MemberList,
  diagnostics: DiagnosticList,
): void {
  if (members.length < FEWEST[key]) {
    const [only] = members;
    diagnostics.error(
      "AC318",
      path,
      `Cannot use a list of ${members.length} in "${key}" of "${name}": wanted ${
        FEWEST[key] === 1 ? "one" : "two"
      } or more fields or relations`,
      only === undefined
        ? {}
        : { hint: `write "unique: true" at "${only}" itself` },
    );
  }
  members.forEach((member, index) => {
    const at = `${path}[${index}]`;
    if (members.indexOf(member) !== index) {
      diagnostics.error(
        "AC318",
        at,
        `Cannot use "${member}" in "${key}" of "${name}": found it twice`,
      );
      return;
    }
    checkMember(name, entity, { key, member, at }, diagnostics);
  });
}

function checkMember(
  name: string,
  entity: EntityBlueprint,
  { key, member, at }: { key: MemberList["key"]; member: string; at: string },
  diagnostics: DiagnosticList,
): void {
  const known = [
    ...Object.keys(entity.fields),
    ...Object.keys(entity.relations ?? {}),
    ...(key === "indexes" ? SERVER_FIELDS : []),
  ];
  if (!known.includes(member)) {
    const near = nearName(member, known) ??
      known.find((one) => member === `${one}Id`);
    diagnostics.error(
      "AC206",
      at,
      `Cannot use "${member}" in "${key}" of "${name}": found no such field or relation`,
      { hint: near ? `write "${near}"` : `they are ${known.join(", ")}` },
    );
    return;
  }
  const type = Object.hasOwn(entity.fields, member)
    ? entity.fields[member]?.type
    : undefined;
  if (type === undefined || FIELD_TYPE_RULES[type].unique !== false) return;
  if (type === "boolean") return; // tells apart together with others
  diagnostics.error(
    "AC306",
    at,
    `Cannot use "${member}" in "${key}": found the type "${type}", whose values cannot be told apart`,
  );
}

const FEWEST = { unique: 2, indexes: 1 } as const;
const SERVER_FIELDS = ["createdAt", "updatedAt"];
