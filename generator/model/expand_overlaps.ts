/**
 * What entities may not both take: from the blueprint's names to fields, and which examples that asks for.
 *
 * @module
 */
import type { NoOverlapBlueprint } from "../blueprint/blueprint.ts";
import { asList } from "../blueprint/check_actions.ts";
import { slotRange } from "../blueprint/check_overlaps.ts";
import { membersOf } from "./member_lists.ts";
import { spellLiteral } from "./spell_literal.ts";
import type { FieldModel, OverlapModel } from "./system_model.ts";

/** Marks the fields in which something begins or ends that only one entity may take: their examples never overlap. */
export function slotted(
  fields: readonly FieldModel[],
  rules: readonly NoOverlapBlueprint[],
): readonly FieldModel[] {
  return fields.map((field) => {
    const rule = rules.find(({ from, until }) =>
      field.name === from || field.name === until
    );
    if (rule === undefined) return field;
    const named = (name: string) => fields.find((one) => one.name === name);
    const range = slotRange(named(rule.from) ?? {}, named(rule.until) ?? {});
    const end = field.name === rule.from ? "from" : "until";
    return { ...field, varies: true, slot: { end, ...range } };
  });
}

/** Expands the checked rules of an entity. */
export function expandOverlaps(
  fields: readonly FieldModel[],
  rules: readonly NoOverlapBlueprint[],
): readonly OverlapModel[] {
  const named = (name: string): readonly FieldModel[] =>
    fields.filter((field) => field.name === name);
  return rules.flatMap((rule) => {
    const within = membersOf(fields, [rule.within ?? []]);
    const when = Object.entries(rule.when ?? {}).map(([name, values]) => {
      const [type] = named(name).map((field) => field.type);
      return [name, asList(values).map((value) => spellLiteral(value, type))];
    });
    return named(rule.from).flatMap((from) =>
      named(rule.until).map((until): OverlapModel => ({
        from,
        until,
        within: within[0] ?? [],
        when: Object.fromEntries(when),
      }))
    );
  });
}
