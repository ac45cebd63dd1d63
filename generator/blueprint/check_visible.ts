/**
 * Which entities are there for whom: can they be in that state, and is there anybody who sees the others?
 *
 * @module
 */
import { RULE_WORDS, ruleList } from "./access_rules.ts";
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import { beginsIn, checkState } from "./check_state_rules.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks `visible` of one entity. */
export function checkVisible(
  name: string,
  entity: EntityBlueprint,
  { users }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { visible, owner } = entity;
  if (visible === undefined || users === undefined) return; // told with access
  const path = `entities.${name}.visible`;
  const refuse = (what: string, hint: string) =>
    diagnostics.error(
      "AC583",
      path,
      `Cannot hide any of "${name}": ${what}`,
      { at: "key", hint },
    );
  if ((users.entity ?? "user") === name) {
    refuse(
      "found that users are this, who sign in whatever they are",
      'leave "visible" out, and let "access" say who reads',
    );
  }
  const place = { entity, name, at: `${path}.when` };
  const fits = checkState(visible.when, place, diagnostics);
  const always = ruleList(visible.always ?? []);
  checkAlways(always, {
    path: `${path}.always`,
    roles: users.roles ?? [],
    owner,
  }, diagnostics);
  if (!fits || always.includes("owner") && owner !== undefined) return;
  if (always.includes("users") || beginsIn(visible.when, entity)) return;
  diagnostics.error(
    "AC584",
    path,
    `Cannot hide what was just made from whoever made it: found that "${name}" need not begin as "when" says`,
    {
      at: "key",
      hint: owner === undefined
        ? "give the field a default that is among the values"
        : 'add "owner" to "always", or give the field a default that is among the values',
    },
  );
}

function checkAlways(
  words: readonly string[],
  { path, roles, owner }: {
    readonly path: string;
    readonly roles: readonly string[];
    readonly owner: string | undefined;
  },
  diagnostics: DiagnosticList,
): void {
  const known = [
    ...RULE_WORDS.filter((word) => word !== "everyone"),
    ...roles,
  ];
  words.forEach((word, index) => {
    const why = word === "everyone"
      ? "then nothing is hidden"
      : !known.includes(word)
      ? "found no such role"
      : word === "owner" && owner === undefined
      ? 'found no "owner" of the entity'
      : undefined;
    if (why === undefined) return;
    const near = nearName(word, known);
    diagnostics.error(
      "AC583",
      `${path}[${index}]`,
      `Cannot let "${word}" see all: ${why}`,
      {
        hint: near && near !== word
          ? `write "${near}"`
          : `write ${known.join(", ")}`,
      },
    );
  });
}
