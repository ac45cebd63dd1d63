/**
 * How the things of a blueprint are named, and the sentences about them: what several parts of the language share.
 *
 * @module
 */
import type { NameRule, Shape } from "./shape.ts";

/** How systems are named. */
export const SYSTEM_NAME: NameRule = { of: "system", style: "snake_case" };
/** How entities are named. */
export const ENTITY_NAME: NameRule = { of: "entity", style: "snake_case" };
/** How fields are named. */
export const FIELD_NAME: NameRule = { of: "field", style: "camelCase" };
/** How relations are named. */
export const RELATION_NAME: NameRule = { of: "relation", style: "camelCase" };
/** How the members of an entity are named that have a value. */
export const MEMBER_NAME: NameRule = {
  of: "field or relation",
  style: "camelCase",
};
/** How marks and lists with a path of their own are named. */
export const MARK_NAME: NameRule = { of: "mark or list", style: "camelCase" };
/** How the things are named that clients see. */
export const SHOWN_NAME: NameRule = {
  of: "thing that clients see",
  style: "either",
};
/** How actions are named. */
export const ACTION_NAME: NameRule = { of: "action", style: "either" };
/** How roles are named. */
export const ROLE_NAME: NameRule = { of: "role", style: "either" };
/** How access rules are named: after an operation or an action. */
export const RULE_NAME: NameRule = { of: "access rule", style: "either" };
/** How a field of an entity is named to which a relation leads. */
export const ADJUSTED_NAME: NameRule = {
  of: "adjusted field",
  style: "relation.field",
};
/** How components are named. */
export const COMPONENT_NAME: NameRule = {
  of: "component",
  style: "snake_case",
};
/** Any text for the docs. */
export const SENTENCE: Shape = {
  kind: "text",
  maxLength: 2_000,
  multiline: true,
};
