/**
 * What requests say about storage, port and HTTP; what is there without asking; and what is known but not built.
 *
 * @module
 */
import type { PatternRow } from "./pattern.ts";

/** What a settings phrase decides. */
export type Setting =
  | "memory"
  | "sqlite"
  | "postgres"
  | "normal durability"
  | "full durability"
  | "other database"
  | "host"
  | "port"
  | "api"
  | "order"
  | "reason"
  | "note";

/** Phrases about storage, port and HTTP, each read from its first word. */
export const SETTING_PHRASES: readonly PatternRow<Setting>[] = table({
  memory: [
    "in memory|ram only?",
    "in-memory storage|store|database|db|data|only?",
    "in-memory|memory storage|store|database|db? is fine|ok|okay|enough|sufficient|good_enough|all_right for_now|for_me?",
    "in memory storage|store|database|db? is fine|ok|okay|enough|sufficient|good_enough|all_right for_now|for_me?",
    "memory storage|store|database|db|only",
    "in-memory storage|store|database|db|data?",
    "$keep {E:data}? only? in memory|ram only?",
    "$keep it_all|all_of_it|them_all only? in memory|ram only?",
    "$keep {E:data}? in-memory",
    "{E:data} $must|$can? be|is|are|gets $kept only? in memory|ram only?",
    "{E:data} $must|$can? be|is|are $kept in-memory",
    "{E:data} $must|$can? live|lives in memory",
    "{E:data} $must|$can? be|is|are in memory|ram only?",
    "{E:data} lives|live|goes|stays in memory",
    "use|using|with|via an? in-memory|memory storage|store|database|db|list|array|map?",
    "use|using|with|via an? in memory storage|store|database|db?",
    "storage|store|database|data|persistence :|=|is? in memory|ram",
    "storage|store|database|data|persistence :|=|is? in-memory|memory|ram",
    "no|without database|persistence|db|disk needed|required|necessary|please?",
    "no|without a? real? database|persistence|db|disk needed|required|necessary|please?",
    "do_not|don't use|need|want a|any? database|db|persistence",
    "there is no need for a|any? database|db|persistence",
    "no need for|to a|any|use? a? database|db|persistence",
    "nothing $must? needs? to? be|is persisted|stored|saved",
    "data may|can|will be lost on|after|when a? restart|restarting",
    "no persistent storage",
  ],
  sqlite: [
    "a|an? sqlite|sqlite3 database|db|file|storage? is fine|ok|okay|enough|sufficient|good_enough|all_right for_now|for_me?",
    "use|using|with|via|in|on|by|to an? embedded? sqlite|sqlite3 database|db|file|storage|as_database|as_the_database|for_storage|for_persistence?",
    "use|using|with|via|in|on|by|to a? sqlite|sqlite3 database|db|file|storage|as_database|as_the_database|for_storage|for_persistence?",
    "sqlite|sqlite3 database|db|storage|store|file|as_database|as_the_database|for_storage|for_persistence?",
    "$keep {E:data}? in|to|into|with|using|on a|an|the? sqlite|sqlite3 database|db|file?",
    "{E:data} $must|$can? be|is|are|gets $kept in|to|into|with|using|on a|an|the? sqlite|sqlite3 database|db|file?",
    "$keep {E:data}? in|to|into|with|using|on a|an|the? database|db|disk|file",
    "{E:data} $must|$can? be|is|are|gets $kept in|to|into|with|using|on a|an|the? database|db|disk|file",
    "{E:data} $must|$can? be|is|are|gets persisted|durable|persistent|permanent",
    "{E:data} $must|$can? survive|survives|outlive|outlives a|the|any? restart|restarts|reboot|reboots|crash",
    "{E:data} $must|$can? not be lost on|after|when a? restart|restarting|reboot",
    "$keep {E:data} permanently|durably|across_restarts|between_restarts|after_restart|after_a_restart",
    "$keep it_all|all_of_it|them_all in|to|into|with|using|on a|an|the? sqlite|sqlite3|database|db|disk|file",
    "persist {E:data}",
    "with|use|using|via persistent storage|persistence|data",
    "with|use|using|via a|an|the? database|db",
    "storage|store|database|data|persistence|db|engine :|=|is sqlite|sqlite3",
    "storage|store|database|data|persistence|db|engine :|=|is persistent|database|disk|file",
    "persistent storage|data",
  ],
  postgres: [
    "a? postgres|postgresql database|db|server|storage? is fine|ok|okay|preferred|required|what_we_use",
    "use|using|with|via|in|on|by|to a? postgres|postgresql|pg database|db|server|storage|as_database|as_the_database|for_storage|for_persistence?",
    "postgres|postgresql database|db|storage|store|server|as_database|as_the_database|for_storage|for_persistence?",
    "$keep {E:data}? in|to|into|with|using|on a|an|the? postgres|postgresql|pg database|db|server?",
    "{E:data} $must|$can? be|is|are|gets $kept in|to|into|with|using|on a|an|the? postgres|postgresql|pg database|db|server?",
    "{E:data} $must|$can? live|lives|goes|go|stays|stay in|to|into|on a|an|the? postgres|postgresql|pg database|db|server?",
    "{E:data} in|on a|the? postgres|postgresql",
    "$keep everything|it_all|all_of_it|them_all in|to|into|with|using|on a|an|the? postgres|postgresql|pg database|db|server?",
    "persist {E:data}? in|to|into|with|using|on a|an|the? postgres|postgresql|pg database|db|server?",
    "storage|store|database|data|persistence|db|engine :|=|is postgres|postgresql|pg",
  ],
  "normal durability": [
    "and|with|using|at|in? normal|relaxed durability",
    "durability :|=|is|of normal|relaxed",
  ],
  "full durability": [
    "and|with|using|at|in? full durability",
    "durability :|=|is|of full",
  ],
  "other database": [
    "storage|store|database|data|persistence|db|engine :|=|is mysql|mariadb|mongodb|mongo|redis|dynamodb|cassandra|oracle|mssql|firebase|firestore|supabase|cockroachdb",
  ],
  host: [
    "and? with|on|at|under|using the|a? host|hostname|address|interface|ip :|=|is? {L:host}",
    "host|hostname|bind_address|listen_address :|=|is? 127.0.0.1|0.0.0.0|localhost",
  ],
  order: [
    "with|and? the? newest|latest|oldest|most_recent|recent|cheapest|highest|lowest|best|worst|earliest|longest|shortest|biggest|smallest|largest|youngest|last|unread|open|overdue|upcoming|new|old first|last|at_the_top|on_top",
    "in? ascending|descending|asc|desc order? by_default?",
    "sorted|ordered? alphabetically|chronologically|numerically",
    "in alphabetical|chronological|reverse|reverse_chronological|ascending|descending|numerical order",
  ],
  port: [
    "on|at|under|via|use|using|with|over the? port :|=|number|is? {N:port}",
    "the? port :|=|number|is|should_be|must_be|will_be? {N:port}",
    "$run on|at|under|via|to port :|=|number? {N:port}",
    "{E:system} $must|$can? $run on|at|under|via|to port :|=|number? {N:port}",
    "$run on|at localhost|127.0.0.1|0.0.0.0 : {N:port}",
    "$run|on|at? localhost|127.0.0.1|0.0.0.0 : {N:port}",
    "on|at|under {N:port}",
  ],
  api: [
    "$expose {E:what}? as|through|via|over|with|using a|an|the? rest|restful|http|json|crud|web api|apis|endpoints|interface|service|http?",
    "$expose a|an|the|these|all|them? rest|restful|http|json|crud|web api|apis|endpoints|interface|service",
    "{E:what} $must|$can? be|is|are exposed|available|accessible|reachable|provided|offered as|through|via|over|by a|an|the? rest|restful|http|json|crud|web api|apis|endpoints|interface|service?",
    "with|via|using|through|over|as|by a|an|the? rest|restful|http|json|crud|web api|apis|endpoints|interface|service|http",
    "with|via|using|through|over|as|by a|an|the? rest|restful|http|json",
    "rest|restful|http|json api|apis|endpoints|interface|only",
    "via|through|over|using|with a|an|the? api",
    "json over http",
    "{E:what} should|must|will? accept|return|returns|accepts|speak|speaks|use|uses json",
    "return|accept|use json",
    "responses $must|$can? be|are in|as? json",
    "all|the? responses $must|$can? be|are in|as? json",
  ],
  reason: [
    "for simplicity|now|testing|development|demo|fun|speed|convenience|example|instance|starters|learning|practice",
    "for the|a|an sake|purpose|demo|start|moment|beginning|prototype|time_being of? simplicity?",
    "to|just keep it|things simple|small|easy",
    "keep it|things|everything really|very? simple|small|easy|minimal",
    "i|we|my_company|our_company|our_team run|runs|own|owns|operate|operates|have|has an? {E}",
    "i|we am|are an? {E}",
    "i'm|we're an? {E}",
    "nothing fancy|more|special|else",
    "that is|'s all|it",
    "that's all|it for_now?",
    "thank|thanks you? very|so? much|a_lot|again? in_advance?",
    "in advance",
    "if possible",
    "as soon as possible",
    "at any time",
    "at all times",
  ],
  note: [
    "with|use|using|and? pagination|paging|paginated_results",
    "$must? support|supports? pagination|paging|filtering|sorting|searching",
    "paginate|page the? results|list|lists|them|everything? with|by|using|via cursor|cursors|cursor_pagination|cursor-based_pagination?",
    "paginate|page the? results|list|lists|them|everything?",
    "pagination|paging|filtering|sorting|searching $must? be? supported|included|available|possible|built_in?",
    "all|the? lists|list|results|collections $must|$can? be|is|are paginated|pageable|sortable|searchable|filterable",
    "page by page",
    "{E:what} $must|$can? be|is|are searchable|filterable|sortable|paginated",
    "with|and? validation of_input|of_all_input|of_inputs?",
    "validate all|the|every? input|inputs|data|requests",
    "with|and|including? error handling",
    "return|returns proper|correct|meaningful|good error|http messages|responses|codes|status_codes|errors",
    "with|and|including|provide|write|add openapi|swagger|api documentation|docs|spec|specification?",
    "with|and|including|provide|write|add unit|some|good|integration? tests",
    "with|and|including|provide|have|add a? health check|endpoint|checks?",
    "with|and|including|provide|have|add a? docker|dockerfile file|image|support?",
    "with|use|using|in|written_in typescript|deno",
    "ordered|sorted by {E:field} ascending|descending|asc|desc?",
  ],
});

/** Wishes that the language knows but cannot fulfil yet, found anywhere in a clause, with what they ask for. */
export const UNBUILT_PHRASES: readonly PatternRow<string>[] = table({
  "signing in": [
    "log|logs|sign|signs in|into|out",
    "login|logins|log-in|sign-in|signin|logout|signup|sign-up|authenticate|authenticated|authentication|auth|jwt|oauth|oauth2|sso|2fa|mfa|bearer|logged-in|unauthenticated|unauthorized|api-key",
    "api key|keys|token|tokens",
    "logged in",
    "session|sessions management|handling|cookie|cookies|token|tokens|timeout",
    "user|login sessions",
    "access token|tokens",
    "password|passwords reset|recovery|protected|hash|hashing?",
  ],
  "permissions": [
    "authorization|authorisation|permissions|permission|rbac|acl",
    "role|roles based access|permissions?",
    "role-based access?",
    "only|just admin|admins|administrators|administrator|owners|managers|librarians|staff|moderators|employees|members|users|customers|authors|editors|teachers|doctors can|may|should|are|could",
    "only be {P:verbs} by {E:actor}",
    "by their|its own? owner|author|creator",
    "only the|its|their owner|author|creator|admin|user|manager can|may|should|is|could",
    "their own|only their",
    "own {E} only",
    "multi-tenant|multitenant|multi-user",
    "access control|rights|levels",
    "$have full|complete|read|write|view|edit|admin|limited|restricted|unlimited? access|rights to",
  ],
  "other databases": [
    "mysql|mariadb|mongodb|mongo|redis|dynamodb|cassandra|oracle|mssql|firebase|firestore|supabase|elasticsearch|cockroachdb|couchdb|neo4j|prisma|clickhouse",
    "sql server",
  ],
  "messages to people": [
    "send|sends|sending|sent|receive {E}? email|emails|e-mail|e-mails|mail|mails|sms|notification|notifications|reminder|reminders|newsletter|newsletters|alert|alerts",
    "email|mail|sms|push notification|notifications|reminder|reminders|alert|alerts|verification|confirmation",
    "notify|notifies|notified|notifying|alert|alerts|remind|reminds|reminded",
  ],
  "this use of webhooks": [
    "webhook|webhooks|callback|callbacks|slack|zapier",
  ],
  "streaming": [
    "websocket|websockets|web-socket|web-sockets|sse|mqtt|kafka|rabbitmq|nats|amqp|pubsub|pub/sub|real-time|realtime|live-update|streaming",
    "real time",
    "web socket|sockets",
    "server sent events",
    "live updates|feed|notifications",
    "message queue|broker|bus",
    "stream|streams {E}",
  ],
  "files": [
    "upload|uploads|uploading|uploaded|attach|attaches|attaching",
    "file|image|photo|video|document storage|attachments|attachment|uploads",
    "s3|blob|cdn",
    "download|downloads|downloading",
    "export|exports|exporting|import|imports|importing",
    "csv|excel|xlsx|pdf|xml",
  ],
  "payments": [
    "stripe|paypal|checkout",
    "accept|process|take payments",
    "payment gateway|provider|integration|processing",
  ],
  "reports and calculations": [
    "report|reports|reporting|statistics|stats|analytics|dashboard|dashboards|chart|charts|metrics|leaderboards|forecast|recommendations|recommend|recommends",
    "calculate|calculates|calculated|compute|computes|computed|sum up?",
    "count|counts the? number",
    "average|sum|total|number of {E}",
    "generate|generates|generating {E}",
    "aggregate|aggregates|aggregated|aggregation",
    "convert|converts|translate|translates|summarize|predict|detect",
  ],
  "a user interface": [
    "frontend|front-end|ui|gui|react|vue|angular|svelte|html|css|mobile_app|web_page|webpage|homepage",
    "user interface",
    "web|landing pages|interface",
  ],
  "other interfaces": [
    "graphql|grpc|soap|odata|xml-rpc|trpc|cli",
    "command line",
  ],
  "limits and caches": [
    "rate limit|limits|limiting|limited",
    "rate-limit|rate-limiting|throttle|throttling|caching|cached|cache|cors|https|tls|ssl|encrypted|encryption",
  ],
  "schedules": [
    "cron|scheduler|recurring|periodically|nightly|hourly|automatically|cronjob",
    "every|each day|night|hour|minute|week|month|morning",
  ],
  "history": [
    "audit|audits log|trail|logs|logging?",
    "history|versioning|versioned|undo|redo|soft-delete|soft-deleted|trash|undelete",
    "soft delete|deletes|deleted|deletion",
  ],
  "many languages": [
    "i18n|internationalization|multi-language|multilingual|localization|localized",
  ],
});

/** Wishes that are looked for before a clause is read; the others name what could not be read otherwise. */
export const PLAIN_WISHES: ReadonlySet<string> = new Set([
  "signing in",
  "permissions",
  "other databases",
  "messages to people",
  "this use of webhooks",
  "streaming",
  "files",
  "payments",
  "other interfaces",
  "limits and caches",
]);

function table<T extends string>(
  phrases: Partial<Record<T, readonly string[]>>,
): PatternRow<T>[] {
  const rows: PatternRow<T>[] = [];
  for (const [makes, patterns] of Object.entries(phrases)) {
    for (const pattern of patterns as readonly string[]) {
      rows.push({ pattern, makes: makes as T });
    }
  }
  return rows;
}
