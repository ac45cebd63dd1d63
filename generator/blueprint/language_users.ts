/**
 * The part of the blueprint language that says who may do what, as data.
 *
 * @module
 */
import type { UsersBlueprint } from "./blueprint.ts";
import {
  ENTITY_NAME,
  FIELD_NAME,
  RELATION_NAME,
  ROLE_NAME,
  RULE_NAME,
} from "./language_names.ts";
import { RATE_LIMIT_SHAPE } from "./language_rate_limit.ts";
import type { ObjectShape, Shape } from "./shape.ts";

const LIFETIME: Shape = {
  kind: "text",
  maxLength: 10,
  form: {
    pattern: "^[1-9][0-9]{0,4}[smhd]$",
    wanted: "a number and s, m, h or d, such as 15m",
  },
};

/** The users of a system. */
export const USERS_SHAPE: ObjectShape<UsersBlueprint> = {
  kind: "object",
  of: "the users",
  keys: {
    entity: {
      doc:
        "The entity that they are; made, with an email, when it is not written.",
      shape: { kind: "name", rule: ENTITY_NAME },
      default: "user",
    },
    signIn: {
      doc: "The unique and required field that people sign in with.",
      shape: { kind: "name", rule: FIELD_NAME },
      default: "email",
    },
    registration: {
      doc: "Whether anybody may register, or only who may create users.",
      shape: {
        kind: "choice",
        of: "registration",
        values: ["open", "closed"],
        synonyms: { public: "open", private: "closed" },
      },
      default: "open",
    },
    roles: {
      doc:
        "What users can be, as a field `role`; the first is given at registration.",
      shape: {
        kind: "list",
        item: { kind: "name", rule: ROLE_NAME },
        maxItems: 50,
      },
    },
    tenant: {
      doc:
        "The relation of users to the tenant that they belong to, such as an organisation. What has a `tenant:` is seen, made and changed only inside one's own, whatever the access rules say. Whoever registers opens a new tenant, with the last of the roles; whom somebody creates joins theirs, with the first. In an API of its own shape that is so where its `account` registers, too.",
      shape: { kind: "name", rule: RELATION_NAME },
    },
    tokens: {
      doc: "How long tokens are valid.",
      shape: {
        kind: "object",
        of: "the tokens",
        keys: {
          access: {
            doc: "The token that every request carries.",
            shape: LIFETIME,
            default: "15m",
          },
          refresh: {
            doc: "The token that gets the next of them.",
            shape: LIFETIME,
            default: "30d",
          },
        },
      } satisfies ObjectShape<NonNullable<UsersBlueprint["tokens"]>>,
    },
    passwordLength: {
      doc: "How many characters a password has at least.",
      shape: { kind: "number", whole: true, min: 1, max: 64 },
      default: 8,
    },
    tries: {
      doc:
        "How often may be tried what can be guessed or done in masses; more are answered 429.",
      shape: {
        kind: "object",
        of: "the tries",
        keys: {
          registration: {
            doc: "Registrations from one address. Default: 20 in 1h.",
            shape: RATE_LIMIT_SHAPE,
          },
          login: {
            doc:
              "Failed logins, and refreshes, from one address. Default: 100 in 15m.",
            shape: RATE_LIMIT_SHAPE,
          },
          account: {
            doc: "Failed logins of one account. Default: 10 in 15m.",
            shape: RATE_LIMIT_SHAPE,
          },
        },
      } satisfies ObjectShape<NonNullable<UsersBlueprint["tries"]>>,
    },
  },
  synonyms: { login: "signIn", model: "entity" },
};

/** Who may do one thing. */
export const RULE_SHAPE: Shape = {
  kind: "list",
  item: { kind: "text", maxLength: 100 },
  maxItems: 50,
  orSingle: true,
};

/** Who may do what with an entity. */
export const ACCESS_SHAPE: Shape = {
  kind: "record",
  names: RULE_NAME,
  value: RULE_SHAPE,
  maxItems: 100,
};
