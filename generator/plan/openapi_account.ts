/**
 * The paths of one's own account in the OpenAPI document.
 *
 * @module
 */
import type { AccountModel, ApiModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { registeredName } from "./account_tenant_view.ts";
import { withArticle } from "../blueprint/with_article.ts";
import { bodyOf, enveloped, json, NEEDS_TOKEN } from "./openapi_answers.ts";
import {
  errorResponses,
  type JsonObject,
  schemaRef,
} from "./openapi_responses.ts";

/** Describes how users register, sign in, and see and change themselves. */
export function accountPaths(
  account: AccountModel,
  api: ApiModel,
  system: SystemModel,
): JsonObject {
  const { register, login, self, method, name } = account;
  const answer = (description: string, schema = "Account") => ({
    description,
    content: json(enveloped(api, name, schemaRef(schema))),
  });
  const common = (operationId: string, summary: string) => ({
    operationId,
    tags: [AUTH_TAG],
    summary,
  });
  const errors = (...statuses: string[]) => errorResponses(statuses);
  return {
    ...(register === undefined ? {} : {
      [register]: {
        post: {
          ...common("register", "Register"),
          ...registrationOf(system),
          requestBody: bodyOf(api, name, "Registration"),
          responses: {
            "201": answer(newAccount(system), registeredName(account, system)),
            ...errors(
              "400",
              ...(system.users?.tenant ? ["401", "403"] : []),
              ...["408", "409", "413", "415", "422", "429"],
            ),
          },
        },
      },
    }),
    [login]: {
      post: {
        ...common("login", "Sign in"),
        requestBody: bodyOf(api, name, "Login"),
        responses: {
          "200": answer("The account, signed in."),
          ...errors("400", "401", "408", "413", "415", "422", "429"),
        },
      },
    },
    [self]: {
      get: {
        ...common("readSelf", "Read oneself"),
        security: NEEDS_TOKEN,
        responses: { "200": answer("Who is signed in."), ...errors("401") },
      },
      [method.toLowerCase()]: {
        ...common("changeSelf", "Change oneself"),
        security: NEEDS_TOKEN,
        requestBody: bodyOf(api, name, "AccountChange"),
        responses: {
          "200": answer("The account as it is now."),
          ...errors("400", "401", "403", "408", "409", "413", "415", "422"),
        },
      },
    },
  };
}

/** Says who registers whom, where users belong to tenants. */
function registrationOf({ users }: SystemModel): JsonObject {
  if (!users?.tenant) return {};
  const words = users.tenant.entity.replaceAll("_", " ");
  return {
    description: users.open
      ? `Whoever sends no token opens ${
        withArticle(words)
      } and is signed in; with the token of somebody who may create users, the new one joins theirs.`
      : `The new user joins the ${words} of whoever sends it.`,
    security: [...(users.open ? [{}] : []), ...NEEDS_TOKEN],
  };
}

function newAccount({ users }: SystemModel): string {
  if (!users?.tenant) return "The new account, signed in.";
  return users.open
    ? "The new account: signed in, or created by somebody else."
    : "The new account.";
}

/** The tag of what users do about themselves. */
export const AUTH_TAG = "account";
