/**
 * Applies the rules of users between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type User, USER_SPEC } from "../models/user.ts";
import { checkUser } from "../validations/user_rules.ts";

/** Keeps the rules for a user: answers requests with the help of the store. */
export class UserController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "UserRequest" },
    store_operation: { direction: "out", type: "UserStoreCommand" },
  };

  #users: EntityService<User> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#users = new EntityService<User>({
      spec: USER_SPEC,
      defaults: { role: "clerk" },
      check: checkUser,
      grants: OWNERSHIP,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<User>> {
    if (!this.#users) throw new Error("The controller is not set up");
    return this.#users.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<User>,
  ): Promise<StoreResult<User>> {
    return this.request<StoreResult<User>>("store_operation", command);
  }
}
