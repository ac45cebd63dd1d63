/**
 * The part of the client about signing in.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** A user of the system. */
export interface User {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly fullName: string;
  /** What the user may do, by name. */
  readonly role: "guest" | "conductor";
}

/** The body to register. */
export interface Registration {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly fullName: string;
  /** At least 8 characters, at most 128 bytes. */
  readonly password: string;
}

/** The body to sign in. */
export interface Login {
  /** The email. */
  readonly email: string;
  /** The password. */
  readonly password: string;
}

/** The body to get the next tokens. */
export interface RefreshRequest {
  /** The refresh token. */
  readonly refreshToken: string;
}

/** The body to change one's own password. */
export interface PasswordChange {
  /** The current password. */
  readonly currentPassword: string;
  /** At least 8 characters, at most 128 bytes. */
  readonly newPassword: string;
}

/** What is answered about signing in. */
export interface Tokens {
  /** For Authorization: Bearer …. */
  readonly accessToken: string;
  /** The token type. */
  readonly tokenType: "Bearer";
  /** Seconds. */
  readonly expiresIn: number;
  /** Good for one refresh. */
  readonly refreshToken: string;
}

/** What is answered about signing in. */
export interface SignedIn {
  /** The user. */
  readonly user: User;
  /** For Authorization: Bearer …. */
  readonly accessToken: string;
  /** The token type. */
  readonly tokenType: "Bearer";
  /** Seconds. */
  readonly expiresIn: number;
  /** Good for one refresh. */
  readonly refreshToken: string;
}

/** Calls the operations about signing in. */
export class AuthClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Register. */
  async register(
    body: Registration,
    options: CallOptions = {},
  ): Promise<SignedIn> {
    return await this.#caller.send<SignedIn>({
      method: "POST",
      path: "/v1/auth/register",
      body,
      options,
    });
  }

  /** Sign in. */
  async login(body: Login, options: CallOptions = {}): Promise<SignedIn> {
    return await this.#caller.send<SignedIn>({
      method: "POST",
      path: "/v1/auth/login",
      body,
      anonymous: true,
      options,
    });
  }

  /** Get the next tokens. */
  async refresh(
    body: RefreshRequest,
    options: CallOptions = {},
  ): Promise<Tokens> {
    return await this.#caller.send<Tokens>({
      method: "POST",
      path: "/v1/auth/refresh",
      body,
      anonymous: true,
      options,
    });
  }

  /** Sign out. */
  async logout(body: RefreshRequest, options: CallOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/v1/auth/logout",
      body,
      anonymous: true,
      options,
    });
  }

  /** Change one's own password. */
  async changePassword(
    body: PasswordChange,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/v1/auth/password",
      body,
      options,
    });
  }

  /** Read oneself. */
  async me(options: CallOptions = {}): Promise<User> {
    return await this.#caller.send<User>({
      method: "GET",
      path: "/v1/auth/me",
      options,
    });
  }
}
