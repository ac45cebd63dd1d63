/**
 * Signs users in and out, and finds who a token belongs to.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { AuthReply, AuthRequest } from "../kit/auth_request.ts";
import { AuthService } from "../kit/auth_service.ts";
import type { AuthConfig } from "../kit/auth_settings.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { tenancy } from "../kit/tenant_registration.ts";
import type { Credential } from "../models/credential.ts";
import type { RefreshToken } from "../models/refresh_token.ts";
import type { Practice } from "../models/practice.ts";
import type { User } from "../models/user.ts";

/** What the controller needs. */
export interface AuthControllerConfig {
  /** The settings of users and their tokens. */
  readonly auth: AuthConfig;
}

/** Signs users in and out, and finds who a token belongs to. */
export class AuthController extends HarnessComponent<AuthControllerConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AuthRequest" },
    user_requests: { direction: "out", type: "UserRequest" },
    tenant_requests: { direction: "out", type: "PracticeRequest" },
    credential_operation: { direction: "out", type: "CredentialStoreCommand" },
    refresh_token_operation: {
      direction: "out",
      type: "RefreshTokenStoreCommand",
    },
  };

  #auth: AuthService | undefined;

  /** Begins with nothing under way and no tries counted, also after a failure. */
  override setup(): void {
    this.#auth = new AuthService({
      config: this.config.auth,
      issuer: "vet_rounds",
      signIn: "email",
      role: "role",
      open: true,
      tenant: tenancy({
        name: "practice",
        field: "practiceId",
        founder: { field: "role", value: "vet" },
        tenants: (request) => this.sendToTenantRequests(request),
      }),
      users: (request) => this.sendToUserRequests(request),
      credentials: (command) => this.sendToCredentialOperation(command),
      refreshTokens: (command) => this.sendToRefreshTokenOperation(command),
    });
  }

  /** Makes the first user, if the settings name one, then serves its input port until it closes. */
  override async process(): Promise<void> {
    await this.#auth?.makeFirstUser();
    await this.serve({
      process_request: (request: AuthRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(request: AuthRequest): Promise<AuthReply> {
    if (!this.#auth) throw new Error("The controller is not set up");
    return this.#auth.handle(request);
  }

  /** How many password hashes it has made since it was set up. */
  get hashes(): number {
    return this.#auth?.hashes ?? 0;
  }

  /** Sends a request out by `user_requests` and waits for the users' controller. */
  sendToUserRequests(request: EntityRequest): Promise<EntityReply<User>> {
    return this.request<EntityReply<User>>("user_requests", request);
  }

  /** Sends a request out by `tenant_requests` and waits for the controller of practices. */
  sendToTenantRequests(request: EntityRequest): Promise<EntityReply<Practice>> {
    return this.request<EntityReply<Practice>>("tenant_requests", request);
  }

  /** Sends a command out by `credential_operation` and waits for the store's result. */
  sendToCredentialOperation(
    command: StoreCommand<Credential>,
  ): Promise<StoreResult<Credential>> {
    return this.request<StoreResult<Credential>>(
      "credential_operation",
      command,
    );
  }

  /** Sends a command out by `refresh_token_operation` and waits for the store's result. */
  sendToRefreshTokenOperation(
    command: StoreCommand<RefreshToken>,
  ): Promise<StoreResult<RefreshToken>> {
    return this.request<StoreResult<RefreshToken>>(
      "refresh_token_operation",
      command,
    );
  }
}
