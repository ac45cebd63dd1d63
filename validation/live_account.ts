/**
 * The account by which a running system with users is looked at.
 *
 * @module
 */
import type {
  EntityModel,
  SystemModel,
} from "../generator/model/system_model.ts";
import { registeredEntity, userOf } from "../generator/plan/access_view.ts";
import { withFieldExamples } from "../generator/plan/field_examples.ts";
import { exampleBody } from "../generator/plan/sample_values.ts";
import { CANARY } from "./check_endpoints.ts";
import { GeneratedSystemError } from "./errors.ts";
import { probe } from "./http_probe.ts";

/** Somebody who is signed in to a running system. */
export interface SignedIn {
  /** The access token. */
  readonly token: string;
  /** The id of the user, by the name of the users' entity. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether they may do something with an entity that is theirs. */
  may(entity: EntityModel, operation: string): boolean;
}

/** An account that the settings of a system make. */
export interface Account {
  /** The settings. */
  readonly env: Readonly<Record<string, string>>;
  /** Signs in. */
  signIn(url: string, signal: AbortSignal): Promise<SignedIn>;
}

/** Makes an account with the last of the roles; its password is looked for in the log. Undefined without users. */
export async function accountFor(
  model: SystemModel,
): Promise<Account | undefined> {
  const { users } = model;
  if (!users) return undefined;
  const user = userOf(await withFieldExamples(model));
  const role = users.roles.at(-1);
  const body = exampleBody(registeredEntity(user));
  const password = `${CANARY}-password`;
  const firstUser = {
    ...body,
    ...(role === undefined ? {} : { role }),
    password,
  };
  return {
    env: {
      AUTH_SECRET: `${CANARY}-${crypto.randomUUID()}`,
      FIRST_USER: JSON.stringify(firstUser),
    },
    async signIn(url, signal) {
      const answer = await probe(`${url}/auth/login`, {
        method: "POST",
        body: { [users.signIn]: body[users.signIn], password },
        signal,
      });
      const { accessToken, user } = (answer.json ?? {}) as {
        accessToken?: string;
        user?: { id?: string };
      };
      if (accessToken === undefined || user?.id === undefined) {
        throw new GeneratedSystemError(
          `Cannot sign in: found ${answer.status}, wanted the user of FIRST_USER`,
        );
      }
      return {
        token: accessToken,
        ids: new Map([[users.entity, user.id]]),
        may: ({ access }, operation) =>
          (access?.rules[operation] ?? []).some((word) =>
            ["everyone", "users", "owner", role].includes(word)
          ),
      };
    },
  };
}
