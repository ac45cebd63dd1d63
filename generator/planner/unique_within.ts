/**
 * Puts into the draft what is unique among those of one other thing only.
 *
 * @module
 */
import type { EntityDraft, SystemDraft } from "./draft.ts";
import { findMember } from "./find_member.ts";
import type { FieldItem, Noun } from "./statement.ts";

/** "A number unique within its ward" */
export function uniqueWithin(
  draft: SystemDraft,
  owner: EntityDraft,
  name: string,
  per: Noun,
): string[] | undefined {
  const member = findMember(draft, owner, per);
  if (member === undefined || member === name) return undefined;
  owner.together.push([name, member]);
  return [];
}

/** Returns the words for what a field is unique within. */
export function perOf({ rules }: FieldItem): readonly string[] {
  return rules.flatMap((one) =>
    one.rule === "unique within" ? one.per.words : []
  );
}
