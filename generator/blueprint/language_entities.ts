/**
 * The part of the blueprint language that says what a system keeps, as data.
 *
 * @module
 */
import {
  type ActionBlueprint,
  BULK_WORDS,
  type EntityBlueprint,
  OPERATIONS,
  type RelationBlueprint,
} from "./blueprint.ts";
import { CACHE_SHAPE } from "./language_cache.ts";
import { MARK_SHAPE } from "./language_api.ts";
import { FIELD_SHAPE } from "./language_fields.ts";
import {
  ACTION_NAME,
  ADJUSTED_NAME,
  ENTITY_NAME,
  FIELD_NAME,
  MARK_NAME,
  MEMBER_NAME,
  RELATION_NAME,
  SENTENCE,
} from "./language_names.ts";
import { ACTION_LOGIC_KEYS, GUARD_KEY, HOOKS_SHAPE } from "./language_logic.ts";
import { NO_OVERLAP_LIST } from "./language_overlap.ts";
import { AGGREGATE_KEYS } from "./language_aggregates.ts";
import { SEARCH_KEYS } from "./language_search.ts";
import { STATE_KEYS } from "./language_state.ts";
import { ACCESS_SHAPE } from "./language_users.ts";
import type { ObjectShape, Shape } from "./shape.ts";

const FLAG: Shape = { kind: "boolean" };
const LITERAL: Shape = { kind: "literal" };
const ENTITY: Shape = { kind: "name", rule: ENTITY_NAME };

const MEMBER_LISTS: Shape = {
  kind: "list",
  maxItems: 20,
  item: {
    kind: "list",
    maxItems: 8,
    item: { kind: "name", rule: MEMBER_NAME },
  },
};

/** A relation to one other entity. */
export const RELATION_SHAPE: ObjectShape<RelationBlueprint> = {
  kind: "object",
  of: "a relation",
  keys: {
    belongsTo: {
      doc: "The entity it belongs to.",
      shape: ENTITY,
    },
    manyToMany: {
      doc:
        "Instead: the entity of which any number may be related to any number of this one.",
      shape: ENTITY,
    },
    required: { doc: "It must be given.", shape: FLAG, default: true },
    unique: {
      doc:
        "One to one: no two entities may belong to the same one of the other kind.",
      shape: FLAG,
      default: false,
    },
    cycles: {
      doc:
        "Whether an entity that belongs to its own kind may lead to itself, at once or over others.",
      shape: {
        kind: "choice",
        of: "rule for cycles",
        values: ["refused", "allowed"],
        synonyms: { allow: "allowed", refuse: "refused" },
      },
      default: "refused",
    },
    onDelete: {
      doc:
        "What happens when the other end is deleted: refuse, delete this too, or clear the relation.",
      shape: {
        kind: "choice",
        of: "delete rule",
        values: ["restrict", "cascade", "clear"],
        synonyms: {
          null: "clear",
          setNull: "clear",
          refuse: "restrict",
        },
      },
      default: "restrict",
    },
  },
  synonyms: { entity: "belongsTo", target: "belongsTo", to: "belongsTo" },
  later: { hasMany: "AC908", hasOne: "AC908" },
};

/** An operation beyond the standard ones. */
export const ACTION_SHAPE: ObjectShape<ActionBlueprint> = {
  kind: "object",
  of: "an action",
  keys: {
    set: {
      doc:
        "The fields it sets, and to what; `$now` stands for the current time. Where each of them is set so already, a time that may be null to any, the action is in effect: it changes nothing, is refused by nothing that stands here and answers 200, so that it can be repeated. Who must be the only one to do it sends `If-Match`: then the second is 412.",
      required: true,
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: LITERAL,
        maxItems: 200,
      },
    },
    when: {
      doc:
        "The action is refused (409) unless these fields have one of these values, or it is in effect already.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: { kind: "list", item: LITERAL, maxItems: 200, orSingle: true },
        maxItems: 200,
      },
    },
    needs: {
      doc:
        "The action is refused (409) unless it is in effect already or each of these fields has a value: a text has none while it is blank, a list while it is empty.",
      shape: {
        kind: "list",
        item: { kind: "name", rule: FIELD_NAME },
        maxItems: 50,
        orSingle: true,
      },
    },
    adjust: {
      doc:
        "What it adds to numbers of entities that it belongs to, such as `product.stock: -quantity`: a number, or one of its own fields with `-` before it to take away, as it was before the action. Both happen or, where the number would leave its min and max (409), nothing does.",
      shape: {
        kind: "record",
        names: ADJUSTED_NAME,
        value: LITERAL,
        maxItems: 8,
      },
    },
    guard: GUARD_KEY,
    ...ACTION_LOGIC_KEYS,
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
  synonyms: { code: "run", script: "run", typescript: "run" },
  later: { logic: "AC905" },
};

/** A thing the system keeps. */
export const ENTITY_SHAPE: ObjectShape<Omit<EntityBlueprint, "links">> = {
  kind: "object",
  of: "an entity",
  keys: {
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
    plural: {
      doc: "The plural in snake_case, when the regular one is wrong.",
      shape: ENTITY,
    },
    fields: {
      doc: "Its fields, in order.",
      required: true,
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: FIELD_SHAPE,
        maxItems: 200,
      },
    },
    relations: {
      doc:
        "Its relations to one other entity, in order; each adds a field `<relation>Id`.",
      shape: {
        kind: "record",
        names: RELATION_NAME,
        value: RELATION_SHAPE,
        maxItems: 50,
      },
    },
    key: {
      doc:
        "A field that stands for the id in paths, too: a slug, a serial, or a required and unique string or email of at most 200 characters; `/posts/my-first-post`.",
      shape: { kind: "name", rule: FIELD_NAME },
    },
    unique: {
      doc:
        "Lists of fields and relations that are unique together: no two entities may have the same values in all of them. A null is like no other.",
      shape: MEMBER_LISTS,
    },
    softDelete: {
      doc:
        "What is deleted can be restored: `POST /{path}/{id}/restore`, for whoever may delete unless `access` names `restore`.",
      shape: FLAG,
      default: false,
    },
    live: {
      doc:
        "Clients can listen to what is created, changed and deleted: `GET /{path}/live`, as server-sent events or a WebSocket, for whoever may list them. In an API of its own shape under every resource with a list, as that shows them.",
      shape: FLAG,
      default: false,
    },
    cache: {
      doc:
        "What was read is answered from memory until it is written or too old: `true`, or how much and how long.",
      shape: CACHE_SHAPE as ObjectShape,
    },
    ...STATE_KEYS,
    noOverlap: {
      doc:
        "What no two entities may both take, such as a room at one time: an overlap is refused (409). A null takes nothing.",
      shape: NO_OVERLAP_LIST,
    },
    ...SEARCH_KEYS,
    ...AGGREGATE_KEYS,
    indexes: {
      doc:
        "Lists of fields and relations by which many entities are filtered or sorted, most selective first.",
      shape: MEMBER_LISTS,
    },
    order: {
      doc:
        "What lists are sorted by when a request does not say, at most 4 fields and relations; a leading `-` means largest first: `[-createdAt, title]`. Default: by id.",
      shape: {
        kind: "list",
        maxItems: 20,
        orSingle: true,
        item: { kind: "text", maxLength: 100 },
      },
    },
    operations: {
      doc: "The standard operations it has. Default: all.",
      shape: {
        kind: "list",
        maxItems: OPERATIONS.length,
        item: {
          kind: "choice",
          of: "operation",
          values: OPERATIONS,
          synonyms: {
            add: "create",
            destroy: "delete",
            edit: "patch",
            index: "list",
            post: "create",
            put: "replace",
            read: "get",
            remove: "delete",
            show: "get",
            update: "patch",
            view: "get",
          },
        },
      },
    },
    bulk: {
      doc:
        "Which of its operations can be done with several at once, all of them or none: POST on `/bulk/create`, `/bulk/patch` and `/bulk/delete` under its path; `all` for all three that it has.",
      shape: {
        kind: "list",
        orSingle: true,
        maxItems: 3,
        item: {
          kind: "choice",
          of: "bulk operation",
          values: BULK_WORDS,
          synonyms: {
            import: "create",
            insert: "create",
            remove: "delete",
            update: "patch",
          },
        },
      },
    },
    bulkLimit: {
      doc: "How many can be changed at once.",
      shape: { kind: "number", whole: true, min: 1, max: 1000 },
      default: 100,
    },
    actions: {
      doc:
        "Its operations beyond the standard ones, such as `complete`, in order.",
      shape: {
        kind: "record",
        names: ACTION_NAME,
        value: ACTION_SHAPE,
        maxItems: 50,
      },
    },
    hooks: {
      doc: "TypeScript that runs before and after its writes.",
      shape: HOOKS_SHAPE as ObjectShape,
    },
    marks: {
      doc:
        "What every user can set on one for themselves, such as `favorite`: POST and DELETE on its path.",
      shape: {
        kind: "record",
        names: MARK_NAME,
        value: MARK_SHAPE,
        maxItems: 20,
      },
    },
    owner: {
      doc:
        "The relation to the user it belongs to: set to whoever creates it, never from a body.",
      shape: { kind: "name", rule: RELATION_NAME },
    },
    tenant: {
      doc:
        "The relation to the tenant it belongs to: set to that of whoever creates it, never from a body; others do not see it.",
      shape: { kind: "name", rule: RELATION_NAME },
    },
    access: {
      doc:
        "Who may do what: `everyone`, `users`, `owner` or roles, by operation or action, or `read` (list, get) and `write` (replace, patch, delete, actions) for what is not named; what has no rule is denied.",
      shape: ACCESS_SHAPE,
    },
  },
  synonyms: { attributes: "fields", columns: "fields", properties: "fields" },
  later: {
    behavior: "AC905",
    rules: "AC909",
  },
};
