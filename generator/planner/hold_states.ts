/**
 * Holds the states of users that only some may set: nobody sets back his own.
 *
 * @module
 */
import type { AccessDraft } from "./access_draft.ts";

/**
 * Leaves what only some may do with users to them: "only admins can block users" means nothing where each may set back a state of
 * his own.
 */
export function holdStates(access: AccessDraft): void {
  const { draft, users } = access;
  const entity = draft.entities.get(users);
  const rules = access.rules.get(users)?.access ?? {};
  for (const [name, { set }] of entity?.actions ?? []) {
    const rule = [rules[name] ?? "owner"].flat();
    if (!rule.every((word) => access.roles.includes(word))) continue;
    for (const key of Object.keys(set)) {
      const field = entity?.fields.get(key);
      if (!field || field.readOnly) continue;
      field.readOnly = true;
      draft.assumptions.push(
        `only actions change ${users}.${key}: ${
          rule.join(" and ")
        } may ${name}, and users change what is theirs`,
      );
    }
  }
}
