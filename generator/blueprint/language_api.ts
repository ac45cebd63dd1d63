/**
 * The part of the blueprint language that says how the API looks, as data.
 *
 * @module
 */
import {
  type AccountBlueprint,
  API_METHODS,
  type ApiBlueprint,
  type ListBlueprint,
  type MarkBlueprint,
  type ResourceBlueprint,
} from "./api_blueprint.ts";
import { OPERATIONS } from "./blueprint.ts";
import {
  ENTITY_NAME,
  FIELD_NAME,
  MARK_NAME,
  RELATION_NAME,
  SENTENCE,
  SHOWN_NAME,
} from "./language_names.ts";
import type { ObjectShape, Shape } from "./shape.ts";

const PATH: Shape = {
  kind: "text",
  maxLength: 200,
  form: {
    pattern: "^(/[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$",
    wanted: "a path of a-z, 0-9 and dashes, such as /users",
  },
};

const PLACE: Shape = {
  kind: "text",
  maxLength: 200,
  form: {
    pattern: "^[a-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)?$",
    wanted: "a name, or two with a full stop between them, such as author.name",
  },
};

const METHOD = (values: readonly string[]): Shape => ({
  kind: "choice",
  of: "method",
  values,
});

const SHOWS: Shape = {
  kind: "list",
  maxItems: 200,
  item: { kind: "named", names: SHOWN_NAME, maxLength: 200 },
};

/** A mark of an entity. */
export const MARK_SHAPE: ObjectShape<MarkBlueprint> = {
  kind: "object",
  of: "a mark",
  keys: {
    field: {
      doc: "The name under which clients see whether they have set it.",
      shape: { kind: "name", rule: FIELD_NAME },
    },
    count: {
      doc: "The name under which clients see how many have set it.",
      shape: { kind: "name", rule: FIELD_NAME },
    },
    by: {
      doc: "The relation of the mark to the user who sets it.",
      shape: { kind: "name", rule: RELATION_NAME },
      default: "user",
    },
    of: {
      doc:
        "The relation of the mark to what is marked. Default: the entity's name.",
      shape: { kind: "name", rule: RELATION_NAME },
    },
  },
};

const LIST_SHAPE: ObjectShape<ListBlueprint> = {
  kind: "object",
  of: "a list",
  keys: {
    marked: {
      doc:
        "Only what whoever asks has marked: `favorite`, or what belongs to what they have marked: `author.follow`.",
      shape: PLACE,
    },
    own: {
      doc: "Only what refers by this relation to whoever asks.",
      shape: { kind: "name", rule: RELATION_NAME },
    },
    where: {
      doc: "Only what has these values in these fields.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: { kind: "literal" },
        maxItems: 20,
      },
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
};

const RESOURCE_SHAPE: ObjectShape<ResourceBlueprint> = {
  kind: "object",
  of: "a resource",
  keys: {
    entity: {
      doc: "The entity that clients see. Default: the one of its name.",
      shape: { kind: "name", rule: ENTITY_NAME },
    },
    values: {
      doc:
        "Instead of an entity: the values that a field of one has, each once: `article.tags`.",
      shape: PLACE,
    },
    path: {
      doc:
        "Where it is, under the base path or what it is part of. Default: its plural.",
      shape: PATH,
    },
    under: {
      doc:
        "The resource it is part of: its path begins with one of those, and it belongs to it.",
      shape: { kind: "name", rule: ENTITY_NAME },
    },
    key: {
      doc: "The unique field by which one is found in paths.",
      shape: { kind: "name", rule: FIELD_NAME },
      default: "id",
    },
    shows: {
      doc:
        "What clients see: fields, marks and their counts by name; `{ number: no }` under another name, `{ author: profile }` a related entity as that resource shows it, `{ lines: line }` what belongs to it, `{ total: sum(line.amount) }`, `{ size: count(line) }`, `{ url: link }` where it is. A file that is shown is read, sent and deleted by `GET`, `PUT` and `DELETE` behind the path of one: `/products/{id}/photo`. Default: every field.",
      shape: SHOWS,
    },
    listsOmit: {
      doc:
        "What of that its lists leave out, such as long texts: `[body]`. Default: nothing.",
      shape: {
        kind: "list",
        maxItems: 200,
        item: { kind: "name", rule: SHOWN_NAME },
      },
    },
    paged: {
      doc:
        "Whether a list is a page where the request does not say how large; `false` has all there is, up to 10000, and no number of all beside it.",
      shape: { kind: "boolean" },
      default: true,
    },
    operations: {
      doc: "Its standard operations. Default: those of the entity.",
      shape: {
        kind: "list",
        maxItems: OPERATIONS.length,
        item: { kind: "choice", of: "operation", values: OPERATIONS },
      },
    },
    methods: {
      doc: "The methods of operations that have another than the usual one.",
      shape: {
        kind: "record",
        names: { of: "operation", style: "camelCase" },
        value: METHOD(API_METHODS),
        maxItems: OPERATIONS.length,
      },
    },
    statuses: {
      doc: "The statuses of successes that have another than the usual one.",
      shape: {
        kind: "record",
        names: { of: "operation", style: "camelCase" },
        value: { kind: "number", whole: true, min: 200, max: 203 },
        maxItems: OPERATIONS.length,
      },
    },
    filters: {
      doc:
        "The parameters of lists: a field, `relation.field` of what it belongs to, or `mark.field` of a user who has marked it. Default: every field that clients see.",
      shape: {
        kind: "record",
        names: { of: "filter", style: "camelCase" },
        value: PLACE,
        maxItems: 50,
      },
    },
    lists: {
      doc: "Lists with a path of their own, by its last segment.",
      shape: {
        kind: "record",
        names: MARK_NAME,
        value: LIST_SHAPE,
        maxItems: 20,
      },
    },
  },
};

const ACCOUNT_SHAPE: ObjectShape<AccountBlueprint> = {
  kind: "object",
  of: "the account",
  keys: {
    name: {
      doc: "What it stands under in envelopes. Default: the users' entity.",
      shape: { kind: "name", rule: FIELD_NAME },
    },
    register: {
      doc: "Where users register.",
      shape: PATH,
      default: "/users",
    },
    login: {
      doc: "Where users sign in.",
      shape: PATH,
      default: "/users/login",
    },
    self: {
      doc: "Where users see and change themselves.",
      shape: PATH,
      default: "/user",
    },
    method: {
      doc: "The method of a change.",
      shape: METHOD(["PUT", "PATCH"]),
      default: "PATCH",
    },
    shows: {
      doc:
        "What users see of themselves; `token` is the access token. Default: every field and the token.",
      shape: SHOWS,
    },
    setsPassword: {
      doc: "Whether a change may set the password without the one before.",
      shape: { kind: "boolean" },
      default: false,
    },
  },
};

/** How the API looks. */
export const API_SHAPE: ObjectShape<ApiBlueprint> = {
  kind: "object",
  of: "the API",
  keys: {
    basePath: { doc: "What every path begins with.", shape: PATH },
    envelope: {
      doc:
        '`named` puts bodies and answers under their name: `{ "task": { … } }`, `{ "tasks": [ … ] }`.',
      shape: { kind: "choice", of: "envelope", values: ["none", "named"] },
      default: "none",
    },
    errors: {
      doc:
        '`problem` tells errors as RFC 9457 does, `messages` as `{ "errors": { "body": [ … ] } }`, `fields` by what each is about as well: `{ "errors": { "title": ["can\'t be blank"], "body": [ … ] } }`.',
      shape: {
        kind: "choice",
        of: "format of errors",
        values: ["problem", "messages", "fields"],
      },
      default: "problem",
    },
    authorization: {
      doc: "The word before the token in the Authorization header.",
      shape: {
        kind: "choice",
        of: "authorization scheme",
        values: ["Bearer", "Token"],
        synonyms: { bearer: "Bearer", token: "Token" },
      },
      default: "Bearer",
    },
    publicUrl: {
      doc:
        "Where clients find the API, before its paths: what a `link` begins with. Default: links are paths.",
      shape: {
        kind: "text",
        maxLength: 200,
        form: {
          pattern:
            "^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*$",
          wanted:
            "a URL without a slash at its end, such as https://api.example.com",
        },
      },
    },
    naming: {
      doc:
        "How the names of fields, of parameters and around bodies are spelled: `dueOn` or `due_on`.",
      shape: {
        kind: "choice",
        of: "naming",
        values: ["camelCase", "snake_case"],
        synonyms: { camel: "camelCase", snake: "snake_case" },
      },
      default: "camelCase",
    },
    unknownFields: {
      doc: "Whether fields that a body may not have are a 422 or passed over.",
      shape: {
        kind: "choice",
        of: "rule for unknown fields",
        values: ["refuse", "ignore"],
      },
      default: "refuse",
    },
    paging: {
      doc: "How lists are read in parts.",
      shape: {
        kind: "object",
        of: "the paging",
        keys: {
          style: {
            doc:
              "`cursor` goes on from where a page ended, `offset` skips as many and tells the number of all.",
            shape: {
              kind: "choice",
              of: "paging style",
              values: ["cursor", "offset"],
            },
            default: "cursor",
          },
          limit: {
            doc: "How many a page has when the request does not say.",
            shape: { kind: "number", whole: true, min: 1, max: 200 },
            default: 50,
          },
          most: {
            doc: "How many a page can have.",
            shape: { kind: "number", whole: true, min: 1, max: 200 },
            default: 200,
          },
          above: {
            doc:
              "Whether a request for more than that is a 422 or gets as many as there can be.",
            shape: {
              kind: "choice",
              of: "rule for larger pages",
              values: ["refuse", "cut"],
            },
            default: "refuse",
          },
        },
      } satisfies ObjectShape<NonNullable<ApiBlueprint["paging"]>>,
    },
    cors: {
      doc: "Which pages of other origins may call the API from a browser.",
      shape: {
        kind: "object",
        of: "the origins",
        keys: {
          origins: {
            doc: "Origins such as https://example.com, or `*` for any.",
            required: true,
            shape: {
              kind: "list",
              maxItems: 50,
              item: {
                kind: "text",
                maxLength: 200,
                form: {
                  pattern: "^(\\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?)$",
                  wanted: "an origin such as https://example.com, or *",
                },
              },
            },
          },
        },
      } satisfies ObjectShape<NonNullable<ApiBlueprint["cors"]>>,
    },
    account: {
      doc: "One's own account, where the routes under /auth do not fit.",
      shape: ACCOUNT_SHAPE,
    },
    resources: {
      doc:
        "What clients see, by singular name. Default: every entity by the conventions.",
      shape: {
        kind: "record",
        names: ENTITY_NAME,
        value: RESOURCE_SHAPE,
        maxItems: 200,
      },
    },
  },
};
