/**
 * What each template is given: ready-made text, safe for the template's language.
 *
 * @module
 */
import type {
  AccessRulesView,
  AccessTestView,
  AuthControllerView,
  AuthSchemaView,
  AuthTestView,
  TenantsTestView,
} from "./access_views.ts";
import type {
  AccountView,
  ApiShapeView,
  ResourceView,
  ShapedGatewayView,
} from "./api_views.ts";
import type {
  ClientSignInView,
  ClientSubjectView,
  ClientView,
  ResourceClientView,
} from "./client_views.ts";
import type {
  ConfigView,
  ControllerView,
  GatewayView,
  MainView,
  StoreView,
} from "./component_views.ts";
import type { FieldTrialsView } from "./field_trials_views.ts";
import type { FilesTestView, ResourceFilesTestView } from "./file_views.ts";
import type { ObjectsTestView, ObjectsView } from "./object_views.ts";
import type {
  AgentsView,
  ApiDocView,
  ArchitectureDocView,
  DeployView,
  EntitiesDocView,
  ReadmeView,
  ShapedApiDocView,
  WebhooksDocView,
} from "./document_views.ts";
import type {
  EndpointTestView,
  EndpointView,
  SystemEndpointsView,
} from "./endpoint_views.ts";
import type { Safe } from "./safe_text.ts";
import type {
  ComputedView,
  EntityView,
  ModelView,
  SchemaView,
  TableView,
} from "./entity_views.ts";
import type { CacheTestView } from "./cache_views.ts";
import type { WorkersTestView, WorkerView } from "./worker_views.ts";
import type { RateLimitTestView } from "./rate_limit_views.ts";
import type { ContractView } from "./contract_test_views.ts";
import type {
  AcceptanceView,
  BootTestView,
  BulkTestView,
  ControllerTestView,
  FieldsTestView,
  GatewayTestView,
  KeysTestView,
  PropertyView,
  SamplesView,
  SecurityTestView,
  StoreTestView,
  TestSystemView,
} from "./test_views.ts";
import type {
  AccountTestView,
  ResourceAccessTestView,
  ResourcePropertyTestView,
  ResourceSubjectView,
  ResourceTestView,
  SubjectView,
  TrialSystemView,
  ValuesTestView,
} from "./trial_views.ts";
import type {
  ResourceAggregatesTestView,
  ResourceBulkTestView,
  ResourceLiveTestView,
} from "./resource_service_views.ts";
import type { SelectionTestView } from "./selection_test_views.ts";
import type { SettingsTestView } from "./settings_test_views.ts";
import type { LiveFeedView, LiveTestView } from "./live_views.ts";
import type {
  SchedulerView,
  SchedulesDocView,
  SchedulesTestView,
  SchedulesView,
} from "./schedule_views.ts";
import type {
  EntityLogicView,
  LogicExamplesView,
  LogicTestView,
  SystemLogicView,
} from "./logic_views.ts";
import type {
  WebhookSenderView,
  WebhooksTestView,
  WebhooksView,
} from "./webhook_views.ts";

export * from "./access_views.ts";
export * from "./live_views.ts";
export * from "./schedule_views.ts";
export * from "./cache_views.ts";
export * from "./rate_limit_views.ts";
export * from "./webhook_views.ts";
export * from "./api_views.ts";
export * from "./client_views.ts";
export * from "./entity_views.ts";
export * from "./component_views.ts";
export * from "./contract_test_views.ts";
export * from "./settings_test_views.ts";
export * from "./test_views.ts";
export * from "./trial_views.ts";
export * from "./document_views.ts";
export * from "./file_views.ts";
export * from "./logic_views.ts";
export * from "./object_views.ts";
export * from "./endpoint_views.ts";

/** Every template with its view. */
export interface TemplateViews {
  readonly "AGENTS.md.eta": AgentsView;
  readonly "README.md.eta": ReadmeView;
  readonly "components/scheduler.ts.eta": SchedulerView;
  readonly "docs/SCHEDULES.md.eta": SchedulesDocView;
  readonly "schedule/schedules.ts.eta": SchedulesView;
  readonly "tests/contract/schedules_test.ts.eta": SchedulesTestView;
  readonly "tests/unit/scheduler_test.ts.eta": SchedulerView;
  readonly "components/live_feed.ts.eta": LiveFeedView;
  readonly "tests/contract/live/entity_live_test.ts.eta": LiveTestView;
  readonly "tests/contract/live/resource_live_test.ts.eta":
    ResourceLiveTestView;
  readonly "tests/unit/live_feed_test.ts.eta": LiveFeedView;
  readonly "components/webhook_sender.ts.eta": WebhookSenderView;
  readonly "docs/WEBHOOKS.md.eta": WebhooksDocView;
  readonly "tests/unit/webhook_sender_test.ts.eta": WebhookSenderView;
  readonly "tests/contract/aggregates/resource_aggregates_test.ts.eta":
    ResourceAggregatesTestView;
  readonly "tests/contract/bulk/entity_bulk_test.ts.eta": BulkTestView;
  readonly "tests/contract/bulk/resource_bulk_test.ts.eta":
    ResourceBulkTestView;
  readonly "tests/contract/idempotency/keys_test.ts.eta": KeysTestView;
  readonly "tests/contract/webhooks/delivery_test.ts.eta": WebhooksTestView;
  readonly "webhooks/webhooks.ts.eta": WebhooksView;
  readonly "access/access_rules.ts.eta": AccessRulesView;
  readonly "client/client.ts.eta": ClientView;
  readonly "client/resource_client.ts.eta": ResourceClientView;
  readonly "components/auth_controller.ts.eta": AuthControllerView;
  readonly "schemas/auth_schema.ts.eta": AuthSchemaView;
  readonly "tests/access/entity_access_test.ts.eta": AccessTestView;
  readonly "components/api_gateway.ts.eta": GatewayView;
  readonly "components/shaped_gateway.ts.eta": ShapedGatewayView;
  readonly "resources/account.ts.eta": AccountView;
  readonly "resources/api_shape.ts.eta": ApiShapeView;
  readonly "resources/resource.ts.eta": ResourceView;
  readonly "components/controller.ts.eta": ControllerView;
  readonly "components/postgres_store.ts.eta": StoreView;
  readonly "components/store.ts.eta": StoreView;
  readonly "config/system_config.ts.eta": ConfigView;
  readonly "deploy/Dockerfile.dockerignore.eta": DeployView;
  readonly "deploy/Dockerfile.eta": DeployView;
  readonly "deploy/ci.yaml.eta": DeployView;
  readonly "deploy/compose.yaml.eta": DeployView;
  readonly "deploy/k8s/system.yaml.eta": DeployView;
  readonly "docs/SHAPED_API.md.eta": ShapedApiDocView;
  readonly "docs/API.md.eta": ApiDocView;
  readonly "docs/ARCHITECTURE.md.eta": ArchitectureDocView;
  readonly "docs/ENTITIES.md.eta": EntitiesDocView;
  readonly "logic/entity_logic.ts.eta": EntityLogicView;
  readonly "logic/system_logic.ts.eta": SystemLogicView;
  readonly "logic/endpoint.ts.eta": EndpointView;
  readonly "logic/system_endpoints.ts.eta": SystemEndpointsView;
  readonly "tests/contract/endpoint_test.ts.eta": EndpointTestView;
  readonly "tests/unit/entity_logic_test.ts.eta": LogicTestView;
  readonly "tests/unit/entity_examples_test.ts.eta": LogicExamplesView;
  readonly "main.ts.eta": MainView;
  readonly "worker.ts.eta": WorkerView;
  readonly "tests/contract/http/workers_test.ts.eta": WorkersTestView;
  readonly "migrate.ts.eta": Record<string, never>;
  readonly "migrations/0001_initial.sql.eta": {
    readonly tables: readonly TableView[];
  };
  readonly "migrations/0001_initial_postgres.sql.eta": {
    readonly tables: readonly TableView[];
    /** Foreign keys that lead to a table further down. */
    readonly later: readonly Safe<"sql">[];
  };
  readonly "models/entity.ts.eta": ModelView;
  readonly "schemas/entity_objects.ts.eta": ObjectsView;
  readonly "tests/contract/entity_files_test.ts.eta": FilesTestView;
  readonly "tests/contract/resource_files_test.ts.eta": ResourceFilesTestView;
  readonly "tests/contract/entity_objects_test.ts.eta": ObjectsTestView;
  readonly "schemas/entity_schema.ts.eta": SchemaView;
  readonly "tests/acceptance_test.ts.eta": AcceptanceView;
  readonly "tests/access/tenants_test.ts.eta": TenantsTestView;
  readonly "tests/boot_test.ts.eta": BootTestView;
  readonly "tests/contract/entity_fields_test.ts.eta": FieldsTestView;
  readonly "tests/contract/entity_selection_test.ts.eta": SelectionTestView;
  readonly "tests/client/entity_client_test.ts.eta": ClientSubjectView;
  readonly "tests/client/signing_in_test.ts.eta": ClientSignInView;
  readonly "tests/contract/http/rate_limit_test.ts.eta": RateLimitTestView;
  readonly "tests/contract/cache/entity_cache_test.ts.eta": CacheTestView;
  readonly "tests/contract/entity_test.ts.eta": ContractView;
  readonly "tests/property/entity_property_test.ts.eta": PropertyView;
  readonly "tests/access/resource_access_test.ts.eta": ResourceAccessTestView;
  readonly "tests/contract/account_test.ts.eta": AccountTestView;
  readonly "tests/contract/resource_test.ts.eta": ResourceTestView;
  readonly "tests/security/entity_security_test.ts.eta": SecurityTestView;
  readonly "tests/security/resource_security_test.ts.eta": SubjectView;
  readonly "tests/contract/values_test.ts.eta": ValuesTestView;
  readonly "tests/property/resource_property_test.ts.eta":
    ResourcePropertyTestView;
  readonly "tests/subjects/resource_subject.ts.eta": ResourceSubjectView;
  readonly "tests/trial_system.ts.eta": TrialSystemView;
  readonly "tests/samples.ts.eta": SamplesView;
  readonly "tests/test_system.ts.eta": TestSystemView;
  readonly "tests/unit/api_gateway_test.ts.eta": GatewayTestView;
  readonly "tests/unit/system_config_test.ts.eta": SettingsTestView;
  readonly "tests/unit/auth_controller_test.ts.eta": AuthTestView;
  readonly "tests/unit/controller_test.ts.eta": ControllerTestView;
  readonly "tests/unit/entity_rules_test.ts.eta": FieldTrialsView;
  readonly "tests/unit/store_test.ts.eta": StoreTestView;
  readonly "validations/entity_computed.ts.eta": ComputedView;
  readonly "validations/entity_rules.ts.eta": EntityView;
}
