/**
 * Applies the rules of concerts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Concert, CONCERT_SPEC } from "../models/concert.ts";
import { checkConcert } from "../validations/concert_rules.ts";

/** Keeps the rules for a concert: answers requests with the help of the store. */
export class ConcertController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ConcertRequest" },
    store_operation: { direction: "out", type: "ConcertStoreCommand" },
  };

  #concerts: EntityService<Concert> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#concerts = new EntityService<Concert>({
      spec: CONCERT_SPEC,
      defaults: {
        startsOn: null,
        state: "announced",
        program: null,
        doorCode: null,
      },
      check: checkConcert,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Concert>> {
    if (!this.#concerts) throw new Error("The controller is not set up");
    return this.#concerts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Concert>,
  ): Promise<StoreResult<Concert>> {
    return this.request<StoreResult<Concert>>("store_operation", command);
  }
}
