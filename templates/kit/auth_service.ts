/**
 * Registers users, signs them in and out, and finds who a token belongs to.
 *
 * @module
 */
import type { Viewer } from "./access_rule.ts";
import {
  type AccessTokenOptions,
  signAccessToken,
  verifyAccessToken,
} from "./access_token.ts";
import type { AuthReply, AuthRequest, Tokens } from "./auth_request.ts";
import { AUTH_LIMITS, type AuthConfig } from "./auth_settings.ts";
import type { Clock } from "./clock.ts";
import { type CredentialRow, Credentials } from "./credentials.ts";
import type {
  EntityReply,
  EntityRequest,
  JsonObject,
} from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { complaintAboutPassword, PasswordHasher } from "./password_hash.ts";
import {
  failed,
  invalid,
  ok,
  type Outcome,
  type Problem,
  problem,
  unauthorized,
} from "./problem.ts";
import { RateLimit } from "./rate_limit.ts";
import { type RefreshTokenRow, RefreshTokens } from "./refresh_tokens.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import { isUuid } from "./uuid7.ts";

/** What an {@link AuthService} needs. */
export interface AuthServiceOptions {
  /** The settings. */
  readonly config: AuthConfig;
  /** Who makes tokens: the system's name. */
  readonly issuer: string;
  /** The users' field that people sign in with. */
  readonly signIn: string;
  /** The users' field that holds their role. @default none */
  readonly role?: string;
  /** Whether a new user is signed in at once. */
  readonly open: boolean;
  /** The tenants that users belong to. @default there are none */
  readonly tenant?: Tenancy;
  /** Asks the users' controller. */
  readonly users: (request: EntityRequest) => Promise<EntityReply<Entity>>;
  /** Sends a command to the store of password hashes. */
  readonly credentials: (
    command: StoreCommand<CredentialRow>,
  ) => Promise<StoreResult<CredentialRow>>;
  /** Sends a command to the store of refresh tokens. */
  readonly refreshTokens: (
    command: StoreCommand<RefreshTokenRow>,
  ) => Promise<StoreResult<RefreshTokenRow>>;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** The tenants that users belong to. */
export interface Tenancy {
  /** The users' field that holds the id of their tenant. */
  readonly field: string;
  /** Finds the tenant that a new user belongs to: the creator's, or a new one made of the body. */
  join(
    body: JsonObject,
    creator: Viewer | undefined,
  ): Promise<Outcome<Membership>>;
}

/** A user to be made in a tenant, and what is to be done if that fails. */
export interface Membership {
  /** The fields of the user, the tenant's id among them. */
  readonly user: JsonObject;
  /** Takes back what was made for the user. */
  readonly undo: () => Promise<void>;
}

/** Answers the requests about users and their tokens. Passwords and tokens are in no problem and no log. */
export class AuthService {
  readonly #options: AuthServiceOptions;
  readonly #tokens: AccessTokenOptions;
  readonly #hasher: PasswordHasher;
  readonly #credentials: Credentials;
  readonly #refreshTokens: RefreshTokens;
  readonly #limits: Record<"account" | "address" | "registration", RateLimit>;

  /** Makes the service; its limits begin with nothing counted. */
  constructor(options: AuthServiceOptions) {
    const { config, issuer, clock } = options;
    this.#options = options;
    this.#tokens = {
      secret: config.secret,
      issuer,
      seconds: config.accessSeconds,
      clock,
    };
    this.#hasher = new PasswordHasher(config.passwordCost);
    this.#credentials = new Credentials(options.credentials, clock);
    this.#refreshTokens = new RefreshTokens({
      store: options.refreshTokens,
      seconds: config.refreshSeconds,
      clock,
    });
    const limits = { ...AUTH_LIMITS, ...config.limits };
    this.#limits = {
      account: new RateLimit({ ...limits.account, clock }),
      address: new RateLimit({ ...limits.address, clock }),
      registration: new RateLimit({ ...limits.registration, clock }),
    };
  }

  /** How many password hashes it has made. */
  get hashes(): number {
    return this.#hasher.hashes;
  }

  /** Answers one request. */
  handle(request: AuthRequest): Promise<AuthReply> {
    switch (request.operation) {
      case "register":
        return this.#register(request);
      case "login":
        return this.#login(request.body, request.client);
      case "refresh":
        return this.#refresh(request.token, request.client);
      case "logout":
        return this.#refreshTokens.end(request.token).then(() => ok(null));
      case "password":
        return this.#changePassword(request.viewer, request.body);
      case "setPassword":
        return this.#setPassword(request.viewer, request.password, "password");
      case "me":
        return this.#user(request.viewer.id);
      case "authenticate":
        return this.#authenticate(request.token);
    }
  }

  /** Makes the first user of the settings, unless there is one who signs in like this. */
  async makeFirstUser(): Promise<void> {
    const { config: { firstUser = {} }, signIn } = this.#options;
    if (Object.keys(firstUser).length === 0) return;
    if (await this.#find(firstUser[signIn]) !== undefined) return;
    const made = await this.#create(firstUser);
    if (made.ok) return;
    const errors = (made.problem.errors ?? [])
      .map(({ path, message }) => `${path} ${message}`);
    throw new Error(
      `Cannot make the user of FIRST_USER: ${
        [made.problem.detail, ...errors].join("; ")
      }`,
    );
  }

  async #register(
    { body, client, creator }: Extract<AuthRequest, { operation: "register" }>,
  ): Promise<AuthReply> {
    const wait = this.#limits.registration.take(client);
    if (wait > 0) return tooMany(wait);
    const made = await this.#create(body, creator);
    if (!made.ok) return made;
    if (!this.#options.open || creator) return ok(made.value);
    const tokens = await this.#signedIn(made.value.id);
    return tokens ? ok({ user: made.value, ...tokens }) : failed(GONE);
  }

  /** The hash is made first, whether the user can be made or not: how long it takes tells nothing. */
  async #create(
    { password, ...fields }: JsonObject,
    creator?: Viewer,
  ): Promise<{ ok: true; value: Entity } | Refusal> {
    const text = typeof password === "string" ? password : "";
    const message = this.#complaint(text);
    if (message !== undefined) {
      return failed(invalid([{ path: "password", message }]));
    }
    const hash = await this.#hasher.hash(text);
    if (hash === undefined) return busy();
    const { users, tenant } = this.#options;
    const joined = tenant
      ? await tenant.join(fields, creator)
      : ok({ user: fields, undo: undefined });
    if (!joined.ok) return joined;
    const { user: body, undo } = joined.value;
    const made = await users({ operation: "create", body });
    if (!made.ok) {
      await undo?.();
      return made;
    }
    const user = made.value as Entity; // a creation is answered with the entity
    try {
      await this.#credentials.keep(user.id, hash);
    } catch (error) {
      await users({ operation: "delete", id: user.id }); // nobody could sign in as this user
      await undo?.();
      throw error;
    }
    return ok(user);
  }

  async #login(body: JsonObject, client: string): Promise<AuthReply> {
    const { signIn } = this.#options;
    const name = String(body[signIn]);
    const account = name.trim().toLowerCase();
    const wait = this.#limits.account.take(account) ||
      this.#limits.address.take(client);
    if (wait > 0) return tooMany(wait);
    const user = await this.#find(name);
    // The same work for an account that does not exist, so that the time taken does not tell.
    const credential = await this.#credentials.find(user?.id ?? NOBODY);
    const password = String(body.password);
    const isRight = await this.#hasher.verify(
      password,
      credential?.passwordHash,
    );
    if (isRight === undefined) return busy();
    if (!isRight || user === undefined || credential === undefined) {
      return failed(unauthorized(`The ${signIn} or the password is wrong.`));
    }
    this.#limits.account.clear(account);
    this.#limits.address.giveBack(client);
    if (this.#hasher.isOutdated(credential.passwordHash)) {
      const hash = await this.#hasher.hash(password);
      if (hash !== undefined) await this.#credentials.keep(user.id, hash);
    }
    const tokens = await this.#signedIn(user.id);
    return tokens ? ok({ user, ...tokens }) : failed(GONE);
  }

  async #refresh(token: string, client: string): Promise<AuthReply> {
    const wait = this.#limits.address.take(client);
    if (wait > 0) return tooMany(wait);
    const exchanged = await this.#refreshTokens.exchange(token);
    if (exchanged === undefined) {
      return failed(unauthorized("The refresh token is not valid."));
    }
    this.#limits.address.giveBack(client);
    return ok(await this.#tokensFor(exchanged.userId, exchanged.token));
  }

  async #changePassword(viewer: Viewer, body: JsonObject): Promise<AuthReply> {
    const wait = this.#limits.account.take(viewer.id);
    if (wait > 0) return tooMany(wait);
    const credential = await this.#credentials.find(viewer.id);
    const isRight = await this.#hasher.verify(
      String(body.currentPassword),
      credential?.passwordHash,
    );
    if (isRight === undefined) return busy();
    if (!isRight) {
      return failed(
        invalid([{ path: "currentPassword", message: "is wrong" }]),
      );
    }
    const password = String(body.newPassword);
    const set = await this.#setPassword(viewer, password, "newPassword");
    if (set.ok) this.#limits.account.clear(viewer.id);
    return set;
  }

  async #setPassword(
    viewer: Viewer,
    password: string,
    path: string,
  ): Promise<AuthReply> {
    const message = this.#complaint(password);
    if (message !== undefined) return failed(invalid([{ path, message }]));
    const hash = await this.#hasher.hash(password);
    if (hash === undefined) return busy();
    await this.#credentials.keep(viewer.id, hash);
    await this.#refreshTokens.endAll(viewer.id);
    return ok(null);
  }

  #complaint(password: string): string | undefined {
    const { minPasswordLength } = this.#options.config;
    return complaintAboutPassword(password, minPasswordLength);
  }

  /** The user is looked up each time, so that a deletion or another role counts at once. */
  async #authenticate(token: string): Promise<AuthReply> {
    const id = await verifyAccessToken(this.#tokens, token);
    if (id === undefined || !isUuid(id)) return failed(unauthorized());
    const user = await this.#user(id);
    if (!user.ok) return failed(unauthorized());
    const { role, tenant } = this.#options;
    const value = (field: string | undefined) => {
      const found = field === undefined
        ? undefined
        : valueOf(user.value, field);
      return typeof found === "string" ? found : undefined;
    };
    const known = { role: value(role), tenant: value(tenant?.field) };
    const set = Object.entries(known).filter(([, one]) => one !== undefined);
    return ok({ id, ...Object.fromEntries(set) });
  }

  async #user(id: string): Promise<{ ok: true; value: Entity } | Refusal> {
    const found = await this.#options.users({
      operation: "get",
      id,
      fresh: true,
    });
    return found.ok ? ok(found.value as Entity) : found; // a get is answered with the entity
  }

  /** Nobody is found by a value that more than one has. */
  async #find(value: unknown): Promise<Entity | undefined> {
    if (typeof value !== "string") return undefined;
    const { users, signIn } = this.#options;
    const reply = await users({
      operation: "list",
      fresh: true,
      query: { limit: 2, sort: [], filters: [{ field: signIn, value }] },
    });
    if (!reply.ok || reply.value === null || !("items" in reply.value)) {
      return undefined;
    }
    const [user, other] = reply.value.items;
    return other === undefined ? user : undefined;
  }

  async #signedIn(userId: string): Promise<Tokens | undefined> {
    const token = await this.#refreshTokens.begin(userId);
    return token === undefined
      ? undefined
      : await this.#tokensFor(userId, token);
  }

  async #tokensFor(userId: string, refreshToken: string): Promise<Tokens> {
    return {
      accessToken: await signAccessToken(this.#tokens, userId),
      tokenType: "Bearer",
      expiresIn: this.#tokens.seconds,
      refreshToken,
    };
  }
}

type Refusal = {
  readonly ok: false;
  readonly problem: Problem;
  readonly retryAfter?: number;
};

function tooMany(retryAfter: number): AuthReply {
  const detail = `Tried too often: try again in ${retryAfter} seconds.`;
  return { ok: false, problem: problem(429, detail), retryAfter };
}

function busy(): AuthReply & { readonly ok: false } {
  const detail = "Too many are signing in right now. Try again soon.";
  return { ok: false, problem: problem(503, detail), retryAfter: 1 };
}

/** An id that no user has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const GONE = unauthorized("This user is gone.");
