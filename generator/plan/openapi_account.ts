/**
 * The paths of one's own account in the OpenAPI document.
 *
 * @module
 */
import type { AccountModel, ApiModel } from "../model/api_model.ts";
import { bodyOf, enveloped, json, NEEDS_TOKEN } from "./openapi_answers.ts";
import {
  errorResponses,
  type JsonObject,
  schemaRef,
} from "./openapi_responses.ts";

/** Describes how users register, sign in, and see and change themselves. */
export function accountPaths(account: AccountModel, api: ApiModel): JsonObject {
  const { register, login, self, method, name } = account;
  const answer = (description: string) => ({
    description,
    content: json(enveloped(api, name, schemaRef("Account"))),
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
          requestBody: bodyOf(api, name, "Registration"),
          responses: {
            "201": answer("The new account, signed in."),
            ...errors("400", "408", "409", "413", "415", "422", "429"),
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

/** The tag of what users do about themselves. */
export const AUTH_TAG = "account";
