/**
 * Applies the rules of animal remedies between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  ANIMAL_REMEDY_SPEC,
  type AnimalRemedy,
} from "../models/animal_remedy.ts";
import { checkAnimalRemedy } from "../validations/animal_remedy_rules.ts";

/** Keeps the rules for an animal remedy: answers requests with the help of the store. */
export class AnimalRemedyController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AnimalRemedyRequest" },
    store_operation: { direction: "out", type: "AnimalRemedyStoreCommand" },
  };

  #animalRemedies: EntityService<AnimalRemedy> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#animalRemedies = new EntityService<AnimalRemedy>({
      spec: ANIMAL_REMEDY_SPEC,
      defaults: {},
      check: checkAnimalRemedy,
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
  ): Promise<EntityReply<AnimalRemedy>> {
    if (!this.#animalRemedies) throw new Error("The controller is not set up");
    return this.#animalRemedies.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<AnimalRemedy>,
  ): Promise<StoreResult<AnimalRemedy>> {
    return this.request<StoreResult<AnimalRemedy>>("store_operation", command);
  }
}
