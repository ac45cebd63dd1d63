/**
 * Applies the rules of profiles between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Profile, PROFILE_SPEC } from "../models/profile.ts";
import { checkProfile } from "../validations/profile_rules.ts";

/** Keeps the rules for a profile: answers requests with the help of the store. */
export class ProfileController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ProfileRequest" },
    store_operation: { direction: "out", type: "ProfileStoreCommand" },
  };

  #profiles: EntityService<Profile> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#profiles = new EntityService<Profile>({
      spec: PROFILE_SPEC,
      defaults: { name: null },
      check: checkProfile,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Profile>> {
    if (!this.#profiles) throw new Error("The controller is not set up");
    return this.#profiles.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Profile>,
  ): Promise<StoreResult<Profile>> {
    return this.request<StoreResult<Profile>>("store_operation", command);
  }
}
