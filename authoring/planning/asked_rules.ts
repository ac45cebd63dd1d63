/**
 * The rules that patterns read in a sentence: what must hold of a field, and what cannot be done.
 *
 * @module
 */
import type {
  Blueprint,
  FieldBlueprint,
  Literal,
  RequirementRef,
} from "../../generator/blueprint/blueprint.ts";

/** The settings of fields that are rules. */
export const RULE_SETTINGS = [
  "required",
  "unique",
  "immutable",
  "min",
  "max",
  "minLength",
  "maxLength",
  "default",
  "values",
] as const;

/** A setting of a field that is a rule. */
export type RuleSetting = typeof RULE_SETTINGS[number];

/** A rule that a sentence asks for, under the names that patterns give. */
export type AskedRule =
  | {
    readonly kind: "setting";
    readonly entity: string;
    readonly member: string;
    readonly setting: RuleSetting;
    /** What patterns read; missing where it is a relation. */
    readonly field?: FieldBlueprint;
  }
  | {
    readonly kind: "without";
    readonly entity: string;
    readonly operation: string;
  };

/**
 * Lists the rules among what a sentence became.
 *
 * @param blueprint The one that patterns made of the request
 */
export function askedRules(
  refs: readonly RequirementRef[],
  blueprint: Blueprint | undefined,
): readonly AskedRule[] {
  return refs.flatMap((ref): readonly AskedRule[] => {
    const [entity = "", member = "", last] = ref.replace(/^not /, "")
      .split(".");
    if (ref.startsWith("not ")) {
      return [{ kind: "without", entity, operation: member }];
    }
    const setting = RULE_SETTINGS.find((one) => one === last);
    if (!setting) return [];
    const field = blueprint?.entities?.[entity]?.fields[member];
    const asked = { entity, member, setting };
    return [{ kind: "setting", ...asked, ...(field ? { field } : {}) }];
  });
}

/** Says a rule: `"unique" of title of note`, `no delete of note`. */
export function tellRule(rule: AskedRule): string {
  if (rule.kind === "without") return `no ${rule.operation} of ${rule.entity}`;
  const value = rule.field?.[rule.setting];
  const said = value === undefined || value === true ? "" : ` ${told(value)}`;
  return `${rule.setting}${said} of ${rule.member} of ${rule.entity}`;
}

function told(value: Literal | readonly string[]): string {
  return Array.isArray(value) ? value.join(", ") : `${value}`;
}
