/**
 * Applies the rules of badges between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Badge, BADGE_SPEC } from "../models/badge.ts";
import { checkBadge } from "../validations/badge_rules.ts";

/** Keeps the rules for a badge: answers requests with the help of the store. */
export class BadgeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BadgeRequest" },
    store_operation: { direction: "out", type: "BadgeStoreCommand" },
  };

  #badges: EntityService<Badge> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#badges = new EntityService<Badge>({
      spec: BADGE_SPEC,
      defaults: {},
      check: checkBadge,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Badge>> {
    if (!this.#badges) throw new Error("The controller is not set up");
    return this.#badges.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Badge>,
  ): Promise<StoreResult<Badge>> {
    return this.request<StoreResult<Badge>>("store_operation", command);
  }
}
