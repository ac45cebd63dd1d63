/**
 * All examples of requests.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";
import { ACCOUNT_EXAMPLES } from "./request_examples_accounts.ts";
import { ACTOR_EXAMPLES } from "./request_examples_actors.ts";
import { BACKEND_EXAMPLES } from "./request_examples_backends.ts";
import { FILE_EXAMPLES } from "./request_examples_files.ts";
import { LIVE_EXAMPLES } from "./request_examples_live.ts";
import { MISREAD_EXAMPLES } from "./request_examples_misread.ts";
import { ROLE_EXAMPLES } from "./request_examples_roles.ts";
import { SCHEDULE_EXAMPLES } from "./request_examples_schedules.ts";
import { FIELD_EXAMPLES } from "./request_examples_fields.ts";
import { LEISURE_EXAMPLES } from "./request_examples_leisure.ts";
import { ASIDE_EXAMPLES } from "./request_examples_asides.ts";
import { PART_EXAMPLES } from "./request_examples_parts.ts";
import { LIMIT_EXAMPLES } from "./request_examples_limits.ts";
import { LIST_EXAMPLES } from "./request_examples_lists.ts";
import { LOCK_EXAMPLES } from "./request_examples_locks.ts";
import { LOAD_EXAMPLES } from "./request_examples_loads.ts";
import { MARK_EXAMPLES } from "./request_examples_marks.ts";
import { CLOSED_EXAMPLES } from "./request_examples_closed.ts";
import { LINK_EXAMPLES } from "./request_examples_links.ts";
import { NAME_EXAMPLES } from "./request_examples_names.ts";
import { NEED_EXAMPLES } from "./request_examples_needs.ts";
import { PROSE_EXAMPLES } from "./request_examples_prose.ts";
import { SERVICE_EXAMPLES } from "./request_examples_services.ts";
import { STATE_EXAMPLES } from "./request_examples_states.ts";
import { STORY_EXAMPLES } from "./request_examples_stories.ts";
import { TIE_EXAMPLES } from "./request_examples_ties.ts";
import { TRADE_EXAMPLES } from "./request_examples_trades.ts";
import { USER_EXAMPLES } from "./request_examples_users.ts";
import { WEBHOOK_EXAMPLES } from "./request_examples_webhooks.ts";
import { WORK_EXAMPLES } from "./request_examples_work.ts";

/** All examples; the first is the mission's request. */
export const REQUEST_EXAMPLES: readonly RequestExample[] = [
  ...LIST_EXAMPLES,
  ...PROSE_EXAMPLES,
  ...STORY_EXAMPLES,
  ...WORK_EXAMPLES,
  ...LEISURE_EXAMPLES,
  ...ACTOR_EXAMPLES,
  ...FIELD_EXAMPLES,
  ...STATE_EXAMPLES,
  ...LIMIT_EXAMPLES,
  ...ACCOUNT_EXAMPLES,
  ...NAME_EXAMPLES,
  ...ASIDE_EXAMPLES,
  ...PART_EXAMPLES,
  ...USER_EXAMPLES,
  ...MARK_EXAMPLES,
  ...TIE_EXAMPLES,
  ...TRADE_EXAMPLES,
  ...WEBHOOK_EXAMPLES,
  ...LOCK_EXAMPLES,
  ...NEED_EXAMPLES,
  ...BACKEND_EXAMPLES,
  ...SERVICE_EXAMPLES,
  ...LOAD_EXAMPLES,
  ...LINK_EXAMPLES,
  ...CLOSED_EXAMPLES,
  ...FILE_EXAMPLES,
  ...LIVE_EXAMPLES,
  ...ROLE_EXAMPLES,
  ...SCHEDULE_EXAMPLES,
  ...MISREAD_EXAMPLES,
];
