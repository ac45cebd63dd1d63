/**
 * Applies the rules of animals between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { bulkChanges } from "../kit/bulk_changes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { type Animal, ANIMAL_SPEC } from "../models/animal.ts";
import { checkAnimal } from "../validations/animal_rules.ts";

/** Keeps the rules for an animal: answers requests with the help of the store. */
export class AnimalController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AnimalRequest" },
    store_operation: { direction: "out", type: "AnimalStoreCommand" },
  };

  #animals: EntityService<Animal> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#animals = new EntityService<Animal>({
      spec: ANIMAL_SPEC,
      defaults: { state: "well", portrait: null },
      check: checkAnimal,
      actions: { heal: { set: { state: "well" }, when: { state: ["ill"] } } },
      grants: OWNERSHIP,
      bulk: bulkChanges((command) => this.sendToStoreOperationBatch(command)),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Animal>> {
    if (!this.#animals) throw new Error("The controller is not set up");
    return this.#animals.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Animal>,
  ): Promise<StoreResult<Animal>> {
    return this.request<StoreResult<Animal>>("store_operation", command);
  }

  /** Sends several writes out by `store_operation` and waits for the store's result. */
  sendToStoreOperationBatch(
    command: BatchCommand<Animal>,
  ): Promise<BatchResult<Animal>> {
    return this.request<BatchResult<Animal>>("store_operation", command);
  }
}
