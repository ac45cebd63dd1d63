/**
 * Applies the rules of readings between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Reading, READING_SPEC } from "../models/reading.ts";
import { checkReading } from "../validations/reading_rules.ts";

/** Keeps the rules for a reading: answers requests with the help of the store. */
export class ReadingController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ReadingRequest" },
    store_operation: { direction: "out", type: "ReadingStoreCommand" },
  };

  #readings: EntityService<Reading> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#readings = new EntityService<Reading>({
      spec: READING_SPEC,
      defaults: { value: 20, serial: null },
      check: checkReading,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Reading>> {
    if (!this.#readings) throw new Error("The controller is not set up");
    return this.#readings.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Reading>,
  ): Promise<StoreResult<Reading>> {
    return this.request<StoreResult<Reading>>("store_operation", command);
  }
}
