/**
 * Objects inside an entity: their types, their schemas, and values for tests.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { wordsOf } from "../model/names.ts";
import { withArticle } from "../blueprint/with_article.ts";
import {
  comment,
  joined,
  name,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  InterfaceView,
  ObjectsView,
} from "../../templates/object_views.ts";
import { sentence, valueType } from "./entity_view.ts";
import { objectConstant, objectsConstant, objectsOf } from "./object_names.ts";
import { type Block, memberBlock } from "./schema_view.ts";

/** Describes the types of an entity's objects, each after those that it holds. */
export function interfaceViews(entity: EntityModel): readonly InterfaceView[] {
  return objectsOf(entity).flatMap(interfacesOf);
}

function interfacesOf(field: FieldModel): readonly InterfaceView[] {
  const members = field.members ?? [];
  const one = field.type === "list" ? "One of " : "";
  const words = sentence(field.description);
  return [
    ...members.filter((member) => member.members).flatMap(interfacesOf),
    {
      name: name(field.objectName ?? ""),
      description: comment(
        one + (one ? words.charAt(0).toLowerCase() + words.slice(1) : words),
      ),
      members: members.map((member) => ({
        name: name(member.name),
        description: comment(sentence(member.description)),
        type: member.nullable
          ? safe`${valueType(member)} | null`
          : valueType(member),
      })),
    },
  ];
}

/** Describes the schemas of an entity's objects; undefined where it has none. */
export function objectsView(entity: EntityModel): ObjectsView | undefined {
  const objects = objectsOf(entity).map((field) => ({
    field,
    block: objectBlock(field),
  }));
  if (objects.length === 0) return undefined;
  const names = new Set(objects.flatMap(({ block }) => block.names));
  names.delete("embedded");
  return {
    one: comment(withArticle(entity.name.words)),
    constant: objectsConstant(entity),
    imports: joined([...names].toSorted().map((text) => name(text)), safe`, `),
    objects: objects.map(({ field, block }) => ({
      field: name(field.name),
      constant: objectConstant(field),
      description: comment(
        `What ${field.type === "list" ? "each of " : ""}the ${
          wordsOf(field.name).join(" ")
        } may hold.`,
      ),
      schema: block.call,
    })),
  };
}

function objectBlock(field: FieldModel): Block {
  const members = (field.members ?? []).map((member) => {
    const { names, call } = member.members
      ? objectBlock(member)
      : memberBlock(member);
    return {
      names,
      line: safe<"ts">`${name(member.name)}: ${call}${
        member.nullable ? safe`.nullable()` : safe``
      }${member.required ? safe`` : safe`.optional()`}`,
    };
  });
  const defaults = defaultsOf(field.members ?? []);
  const call = safe<"ts">`embedded({ ${
    joined(members.map(({ line }) => line), safe`, `)
  } }${defaults === undefined ? safe`` : safe`, ${defaults}`})`;
  const names = ["embedded", ...members.flatMap(({ names }) => names)];
  return field.type === "list"
    ? {
      names: [...names, "list"],
      call: safe`list(${call}, ${tsLiteral(field.maxItems)})`,
    }
    : { names, call };
}

function defaultsOf(members: readonly FieldModel[]) {
  const values = members.flatMap((member) =>
    member.default !== undefined
      ? [[member.name, tsLiteral(member.default)] as const]
      : member.type === "list" && !member.required
      ? [[member.name, tsArray([])] as const]
      : []
  );
  return values.length === 0 ? undefined : tsObject(Object.fromEntries(values));
}
