/**
 * Applies the rules of animal watches between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ANIMAL_WATCH_SPEC, type AnimalWatch } from "../models/animal_watch.ts";
import { checkAnimalWatch } from "../validations/animal_watch_rules.ts";

/** Keeps the rules for an animal watch: answers requests with the help of the store. */
export class AnimalWatchController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AnimalWatchRequest" },
    store_operation: { direction: "out", type: "AnimalWatchStoreCommand" },
  };

  #animalWatches: EntityService<AnimalWatch> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#animalWatches = new EntityService<AnimalWatch>({
      spec: ANIMAL_WATCH_SPEC,
      defaults: {},
      check: checkAnimalWatch,
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
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<AnimalWatch>> {
    if (!this.#animalWatches) throw new Error("The controller is not set up");
    return this.#animalWatches.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<AnimalWatch>,
  ): Promise<StoreResult<AnimalWatch>> {
    return this.request<StoreResult<AnimalWatch>>("store_operation", command);
  }
}
