/**
 * Rules that patterns read in a sentence, and that a model's blueprint does not have.
 *
 * @module
 */
import { rulesOf } from "../../generator/blueprint/access_rules.ts";
import type {
  Blueprint,
  EntityBlueprint,
  FieldBlueprint,
  Literal,
} from "../../generator/blueprint/blueprint.ts";
import { wordsOf } from "../../generator/planner/names.ts";
import { amountsIn, saysAmount, unitsIn } from "./amounts.ts";
import type { AskedRule, RuleSetting } from "./asked_rules.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";
import { sameNameAs } from "./same_names.ts";

type SettingRule = Extract<AskedRule, { kind: "setting" }>;

/**
 * Lists the rules of a sentence that do not hold in a blueprint: neither where patterns have them, under the names that
 * the blueprint gives, nor at the places that are claimed.
 */
export function unmetRules(
  sentence: string,
  rules: readonly AskedRule[],
  places: readonly BlueprintPlace[],
  blueprint: Blueprint,
): readonly AskedRule[] {
  return rules.filter((rule) =>
    rule.kind === "without"
      ? !isWithout(rule, places, blueprint)
      : !isSet(sentence, rule, places, blueprint)
  );
}

function isWithout(
  { entity: asked, operation }: Extract<AskedRule, { kind: "without" }>,
  places: readonly BlueprintPlace[],
  { entities = {}, users }: Blueprint,
): boolean {
  const name = sameNameAs(asked, Object.keys(entities));
  const names = name === undefined ? entityNames(places) : [name];
  return names.some((one) => {
    const entity = entities[one];
    if (!entity) return false;
    const { operations } = entity;
    if (operations && !operations.some((has) => has === operation)) return true;
    // What nobody may do cannot be done either.
    return users !== undefined && rulesOf(entity)[operation]?.length === 0;
  });
}

function isSet(
  sentence: string,
  rule: SettingRule,
  places: readonly BlueprintPlace[],
  blueprint: Blueprint,
): boolean {
  const found = membersFor(rule, places, blueprint);
  if (found.length > 0) {
    return found.some((one) => hasSetting(sentence, rule, one));
  }
  // Roles are the values of no field, and whoever signs in does so with what is theirs alone.
  if (rule.setting === "values" || rule.setting === "default") return true;
  const isUsers = rule.setting === "required" || rule.setting === "unique";
  return isUsers &&
    places.some(({ keys, refs }) =>
      keys[0] === "users" || refs.includes("users")
    );
}

interface Member {
  readonly name: string;
  readonly entity: EntityBlueprint;
}

/** The member of that name, and those of that name that are claimed; where there is none, all that are claimed. */
function membersFor(
  { entity: asked, member }: SettingRule,
  places: readonly BlueprintPlace[],
  { entities = {} }: Blueprint,
): readonly Member[] {
  const claimed = places.flatMap(({ keys: [part, name = "", kind, inner] }) => {
    const entity = part === "entities" ? entities[name] : undefined;
    const isMember = kind === "fields" || kind === "relations";
    return entity && isMember && inner ? [{ name: inner, entity }] : [];
  });
  const same = claimed.filter(({ name }) =>
    sameNameAs(member, [name]) !== undefined
  );
  const near = [
    sameNameAs(asked, Object.keys(entities)) ?? [],
    ...entityNames(places),
  ].flat().flatMap((name) => {
    const entity = entities[name];
    if (!entity) return [];
    const { fields, relations = {} } = entity;
    const found = sameNameAs(member, Object.keys({ ...fields, ...relations }));
    return found === undefined ? [] : [{ name: found, entity }];
  });
  const [first] = near;
  const known = [...first ? [first] : [], ...same];
  return known.length > 0 ? known : claimed;
}

function entityNames(places: readonly BlueprintPlace[]): readonly string[] {
  return [
    ...new Set(
      places.flatMap(({ keys: [part, name] }) =>
        part === "entities" && name !== undefined ? [name] : []
      ),
    ),
  ];
}

function hasSetting(
  sentence: string,
  { setting, field: asked }: SettingRule,
  { name, entity }: Member,
): boolean {
  const field = entity.fields[name];
  const relation = entity.relations?.[name];
  switch (setting) {
    case "unique":
      return field?.unique === true || relation?.unique === true ||
        field?.type === "slug" || field?.type === "serial" ||
        (entity.unique ?? []).some((list) => list.includes(name)) ||
        (entity.noOverlap ?? []).length > 0;
    case "required":
      return relation
        ? relation.required !== false
        : field?.required === true || isAlwaysThere(field);
    case "immutable":
      return field?.immutable === true || field?.readOnly === true ||
        field?.computed !== undefined;
    case "values":
      return !field || field.type !== "enum" ||
        (asked?.values ?? []).every((value) => isAmong(value, field.values));
    case "default":
      return !field || field.type !== asked?.type ||
        isAlike(field.default, asked.default);
    default:
      return field !== undefined && isLimit(sentence, setting, field, asked);
  }
}

/** A state that things start in, and what is worked out, need not be given. */
function isAlwaysThere(field: FieldBlueprint | undefined): boolean {
  const isState = field?.type === "enum" || field?.type === "boolean";
  return isState && field.default !== undefined ||
    field?.computed !== undefined || field?.type === "serial";
}

/** A limit that the sentence names is the same; one that it only means, such as for "positive", is there. */
function isLimit(
  sentence: string,
  setting: Extract<RuleSetting, `${"min" | "max"}${string}`>,
  field: FieldBlueprint,
  asked: FieldBlueprint | undefined,
): boolean {
  // Whatever has to match a pattern, or is one of some values, is as long as that says.
  if (field.pattern !== undefined || field.values !== undefined) return true;
  const found = field[setting];
  if (found === undefined) return false;
  const wanted = Number(asked?.[setting]);
  const named = amountsIn(sentence).filter(({ value }) => value === wanted);
  if (named.length === 0 || wanted === 0) return true;
  const text = JSON.stringify(field);
  const figure = Number.parseFloat(`${found}`);
  return named.some((one) => saysAmount(figure, unitsIn(text), one));
}

function isAmong(value: string, values: readonly string[] = []): boolean {
  return values.some((one) =>
    isAlike(one, value) || sameNameAs(value, [one]) !== undefined
  );
}

function isAlike(
  one: Literal | undefined,
  other: Literal | undefined,
): boolean {
  return wordsOf(`${one}`).join() === wordsOf(`${other}`).join();
}
