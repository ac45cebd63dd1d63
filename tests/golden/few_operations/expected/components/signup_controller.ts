/**
 * Applies the rules of signups between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Signup, SIGNUP_SPEC } from "../models/signup.ts";
import { checkSignup } from "../validations/signup_rules.ts";

/** Keeps the rules for a signup: answers requests with the help of the store. */
export class SignupController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SignupRequest" },
    store_operation: { direction: "out", type: "SignupStoreCommand" },
  };

  #signups: EntityService<Signup> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#signups = new EntityService<Signup>({
      spec: SIGNUP_SPEC,
      defaults: {},
      check: checkSignup,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Signup>> {
    if (!this.#signups) throw new Error("The controller is not set up");
    return this.#signups.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Signup>,
  ): Promise<StoreResult<Signup>> {
    return this.request<StoreResult<Signup>>("store_operation", command);
  }
}
