/**
 * Courses, what is taught in them and what people say of them.
 *
 * Builds the system: its components, and the channels between them.
 *
 * @module
 */
import {
  type Log,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { fileURLToPath } from "node:url";
import { LessonHallAPIGateway } from "./components/api_gateway.ts";
import { UserController } from "./components/user_controller.ts";
import { UserStore } from "./components/user_store.ts";
import { CourseController } from "./components/course_controller.ts";
import { CourseStore } from "./components/course_store.ts";
import { LessonController } from "./components/lesson_controller.ts";
import { LessonStore } from "./components/lesson_store.ts";
import { TopicController } from "./components/topic_controller.ts";
import { TopicStore } from "./components/topic_store.ts";
import { ReviewController } from "./components/review_controller.ts";
import { ReviewStore } from "./components/review_store.ts";
import { PlaceController } from "./components/place_controller.ts";
import { PlaceStore } from "./components/place_store.ts";
import { CourseTopicController } from "./components/course_topic_controller.ts";
import { CourseTopicStore } from "./components/course_topic_store.ts";
import { CourseLikeController } from "./components/course_like_controller.ts";
import { CourseLikeStore } from "./components/course_like_store.ts";
import { AuthController } from "./components/auth_controller.ts";
import { CredentialStore } from "./components/credential_store.ts";
import { RefreshTokenStore } from "./components/refresh_token_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { runSystem } from "./kit/run_system.ts";
import { openSqlite } from "./kit/sqlite_database.ts";
import { SUPERVISION } from "./kit/supervision.ts";

/**
 * A system that is built: its harness and its components.
 *
 * @internal
 */
export interface System {
  /** Starts, watches and stops the components. */
  readonly harness: SystemExecutionHarness;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: LessonHallAPIGateway;
  /** Keeps the rules for a user: answers requests with the help of the store. */
  readonly userController: UserController;
  /** Keeps every user: executes one command at a time. */
  readonly userStore: UserStore;
  /** Keeps the rules for a course: answers requests with the help of the store. */
  readonly courseController: CourseController;
  /** Keeps every course: executes one command at a time. */
  readonly courseStore: CourseStore;
  /** Keeps the rules for a lesson: answers requests with the help of the store. */
  readonly lessonController: LessonController;
  /** Keeps every lesson: executes one command at a time. */
  readonly lessonStore: LessonStore;
  /** Keeps the rules for a topic: answers requests with the help of the store. */
  readonly topicController: TopicController;
  /** Keeps every topic: executes one command at a time. */
  readonly topicStore: TopicStore;
  /** Keeps the rules for a review: answers requests with the help of the store. */
  readonly reviewController: ReviewController;
  /** Keeps every review: executes one command at a time. */
  readonly reviewStore: ReviewStore;
  /** Keeps the rules for a place: answers requests with the help of the store. */
  readonly placeController: PlaceController;
  /** Keeps every place: executes one command at a time. */
  readonly placeStore: PlaceStore;
  /** Keeps the rules for a course topic: answers requests with the help of the store. */
  readonly courseTopicController: CourseTopicController;
  /** Keeps every course topic: executes one command at a time. */
  readonly courseTopicStore: CourseTopicStore;
  /** Keeps the rules for a course like: answers requests with the help of the store. */
  readonly courseLikeController: CourseLikeController;
  /** Keeps every course like: executes one command at a time. */
  readonly courseLikeStore: CourseLikeStore;
  /** Signs users in and out, and finds who a token belongs to. */
  readonly authController: AuthController;
  /** Keeps every credential: executes one command at a time. */
  readonly credentialStore: CredentialStore;
  /** Keeps every refresh token: executes one command at a time. */
  readonly refreshTokenStore: RefreshTokenStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "lesson_hall",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new LessonHallAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
    addressHeader: config.auth.addressHeader,
  });
  const userController = new UserController("user_controller", {});
  const userStore = new UserStore("user_store", { database });
  const courseController = new CourseController("course_controller", {});
  const courseStore = new CourseStore("course_store", { database });
  const lessonController = new LessonController("lesson_controller", {});
  const lessonStore = new LessonStore("lesson_store", { database });
  const topicController = new TopicController("topic_controller", {});
  const topicStore = new TopicStore("topic_store", { database });
  const reviewController = new ReviewController("review_controller", {});
  const reviewStore = new ReviewStore("review_store", { database });
  const placeController = new PlaceController("place_controller", {});
  const placeStore = new PlaceStore("place_store", { database });
  const courseTopicController = new CourseTopicController(
    "course_topic_controller",
    {},
  );
  const courseTopicStore = new CourseTopicStore("course_topic_store", {
    database,
  });
  const courseLikeController = new CourseLikeController(
    "course_like_controller",
    {},
  );
  const courseLikeStore = new CourseLikeStore("course_like_store", {
    database,
  });
  const authController = new AuthController("auth_controller", {
    auth: config.auth,
  });
  const credentialStore = new CredentialStore("credential_store", { database });
  const refreshTokenStore = new RefreshTokenStore("refresh_token_store", {
    database,
  });
  harness
    .registerComponent(apiGateway)
    .registerComponent(userController)
    .registerComponent(userStore)
    .registerComponent(courseController)
    .registerComponent(courseStore)
    .registerComponent(lessonController)
    .registerComponent(lessonStore)
    .registerComponent(topicController)
    .registerComponent(topicStore)
    .registerComponent(reviewController)
    .registerComponent(reviewStore)
    .registerComponent(placeController)
    .registerComponent(placeStore)
    .registerComponent(courseTopicController)
    .registerComponent(courseTopicStore)
    .registerComponent(courseLikeController)
    .registerComponent(courseLikeStore)
    .registerComponent(authController)
    .registerComponent(credentialStore)
    .registerComponent(refreshTokenStore)
    .connect("api_gateway.user_requests", "user_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.course_requests",
      "course_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.lesson_requests",
      "lesson_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.topic_requests", "topic_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.review_requests",
      "review_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.place_requests", "place_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.course_topic_requests",
      "course_topic_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.course_like_requests",
      "course_like_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("user_controller.store_operation", "user_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("course_controller.store_operation", "course_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("lesson_controller.store_operation", "lesson_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("topic_controller.store_operation", "topic_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("review_controller.store_operation", "review_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("place_controller.store_operation", "place_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "course_topic_controller.store_operation",
      "course_topic_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "course_like_controller.store_operation",
      "course_like_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.auth_requests", "auth_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "auth_controller.user_requests",
      "user_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "auth_controller.credential_operation",
      "credential_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "auth_controller.refresh_token_operation",
      "refresh_token_store.execute",
      { type: "request_reply", bufferSize: 100 },
    );
  return {
    harness,
    apiGateway,
    userController,
    userStore,
    courseController,
    courseStore,
    lessonController,
    lessonStore,
    topicController,
    topicStore,
    reviewController,
    reviewStore,
    placeController,
    placeStore,
    courseTopicController,
    courseTopicStore,
    courseLikeController,
    courseLikeStore,
    authController,
    credentialStore,
    refreshTokenStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
