/**
 * What marks are kept in: an entity for each, with one for each user and marked entity.
 *
 * @module
 */
import { camelCase } from "./spelling.ts";
import { DEFAULT_USERS_ENTITY } from "./access_rules.ts";
import type { MarkBlueprint } from "./api_blueprint.ts";
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import { checkName } from "./check_name.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { FIELD_NAME, MARK_NAME, RELATION_NAME } from "./language_names.ts";

/** Adds the entities that marks are kept in; without marks the blueprint stays as it is. */
export function completeMarks(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): Blueprint {
  const { entities = {}, users } = blueprint;
  const links: Record<string, EntityBlueprint> = {};
  for (const [name, entity] of Object.entries(entities)) {
    for (const [mark, settings] of Object.entries(entity.marks ?? {})) {
      const path = `entities.${name}.marks.${mark}`;
      if (!checkMark(mark, settings, path, diagnostics)) continue;
      if (users === undefined) {
        diagnostics.error(
          "AC560",
          path,
          `Cannot let users mark "${name}": found no users`,
          { at: "key", hint: 'add "users: {}" at the top' },
        );
        continue;
      }
      const link = linkName(name, mark);
      const { user, target } = endsOf(name, settings);
      if (user === target) {
        diagnostics.error(
          "AC560",
          path,
          `Cannot keep the mark "${mark}": found "${user}" for who marks and for what is marked`,
          { at: "key", hint: "add by: … and of: …, each another name" },
        );
      }
      if (Object.hasOwn(entities, link)) continue; // It is written out.
      links[link] = linkEntity(mark, settings, {
        user,
        target,
        usersEntity: users.entity ?? DEFAULT_USERS_ENTITY,
        marked: name,
      });
    }
  }
  return Object.keys(links).length === 0
    ? blueprint
    : { ...blueprint, entities: { ...entities, ...links } };
}

/** Names the entity that a mark is kept in. */
export function linkName(entity: string, mark: string): string {
  const snake = mark.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${entity}_${snake}`;
}

/** Names the relations of a mark: to who sets it, and to what is marked. */
export function endsOf(
  entity: string,
  { by = "user", of }: MarkBlueprint,
): { readonly user: string; readonly target: string } {
  return { user: by, target: of ?? camelCase(entity) };
}

function checkMark(
  mark: string,
  { field, count, by, of }: MarkBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): boolean {
  const names = [
    [mark, MARK_NAME, path, "key"],
    [field, FIELD_NAME, `${path}.field`, "value"],
    [count, FIELD_NAME, `${path}.count`, "value"],
    [by, RELATION_NAME, `${path}.by`, "value"],
    [of, RELATION_NAME, `${path}.of`, "value"],
  ] as const;
  return names.every(([name, rule, at, where]) =>
    name === undefined || checkName(name, rule, at, diagnostics, where)
  );
}

function linkEntity(
  mark: string,
  { field, count }: MarkBlueprint,
  ends: {
    readonly user: string;
    readonly target: string;
    readonly usersEntity: string;
    readonly marked: string;
  },
): EntityBlueprint {
  const said = [field, count].filter((name) => name !== undefined);
  const told = said.length === 0 ? "" : `; told as ${said.join(" and ")}`;
  return {
    description:
      `That a user has set the mark "${mark}" on one of the kind "${ends.marked}"${told}.`,
    fields: {},
    relations: {
      [ends.user]: { belongsTo: ends.usersEntity, onDelete: "cascade" },
      [ends.target]: {
        belongsTo: ends.marked,
        onDelete: "cascade",
      },
    },
    unique: [[ends.user, ends.target]],
    operations: [],
    access: {},
  };
}
