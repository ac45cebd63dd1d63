/**
 * Applies the rules of course topics between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { stateGuard } from "../kit/requirement.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { COURSE_TOPIC_SPEC, type CourseTopic } from "../models/course_topic.ts";
import { COURSE_SPEC } from "../models/course.ts";
import { checkCourseTopic } from "../validations/course_topic_rules.ts";

/** Keeps the rules for a course topic: answers requests with the help of the store. */
export class CourseTopicController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "CourseTopicRequest" },
    store_operation: { direction: "out", type: "CourseTopicStoreCommand" },
  };

  #courseTopics: EntityService<CourseTopic> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#courseTopics = new EntityService<CourseTopic>({
      spec: COURSE_TOPIC_SPEC,
      defaults: {},
      check: checkCourseTopic,
      guard: stateGuard({
        spec: COURSE_TOPIC_SPEC,
        requires: [{
          reference: "courseId",
          spec: COURSE_SPEC,
          state: { state: ["draft", "open"] },
        }],
      }),
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
  ): Promise<EntityReply<CourseTopic>> {
    if (!this.#courseTopics) throw new Error("The controller is not set up");
    return this.#courseTopics.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<CourseTopic>,
  ): Promise<StoreResult<CourseTopic>> {
    return this.request<StoreResult<CourseTopic>>("store_operation", command);
  }
}
