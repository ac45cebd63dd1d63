/**
 * Applies the rules of topics between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Topic, TOPIC_SPEC } from "../models/topic.ts";
import { checkTopic } from "../validations/topic_rules.ts";

/** Keeps the rules for a topic: answers requests with the help of the store. */
export class TopicController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "TopicRequest" },
    store_operation: { direction: "out", type: "TopicStoreCommand" },
  };

  #topics: EntityService<Topic> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#topics = new EntityService<Topic>({
      spec: TOPIC_SPEC,
      defaults: { approved: false },
      check: checkTopic,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Topic>> {
    if (!this.#topics) throw new Error("The controller is not set up");
    return this.#topics.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Topic>,
  ): Promise<StoreResult<Topic>> {
    return this.request<StoreResult<Topic>>("store_operation", command);
  }
}
