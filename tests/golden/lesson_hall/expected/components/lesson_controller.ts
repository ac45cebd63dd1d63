/**
 * Applies the rules of lessons between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { stateGuard } from "../kit/requirement.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Lesson, LESSON_SPEC } from "../models/lesson.ts";
import { COURSE_SPEC } from "../models/course.ts";
import { checkLesson } from "../validations/lesson_rules.ts";

/** Keeps the rules for a lesson: answers requests with the help of the store. */
export class LessonController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "LessonRequest" },
    store_operation: { direction: "out", type: "LessonStoreCommand" },
  };

  #lessons: EntityService<Lesson> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#lessons = new EntityService<Lesson>({
      spec: LESSON_SPEC,
      defaults: {},
      check: checkLesson,
      guard: stateGuard({
        spec: LESSON_SPEC,
        requires: [{
          reference: "courseId",
          spec: COURSE_SPEC,
          state: { state: ["open"] },
        }],
      }),
      grants: OWNERSHIP,
      restore: restoreEntity,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Lesson>> {
    if (!this.#lessons) throw new Error("The controller is not set up");
    return this.#lessons.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Lesson>,
  ): Promise<StoreResult<Lesson>> {
    return this.request<StoreResult<Lesson>>("store_operation", command);
  }
}
