/**
 * The small words of a request.
 *
 * @module
 */

/** Named sets of words that patterns refer to as `$name`. */
export const WORD_CLASSES = {
  /** Before a noun; says nothing that matters to a blueprint. */
  det: words(
    "a an the this that these those its their his her my our your each every all any some own new existing single " +
      "individual specific particular certain both simple basic individual selected more other another " +
      "one few multiple several many various different additional appropriate exactly at_all",
  ),
  be: words("be is are was were being been get gets 's"),
  have: words(
    "have has having contain contains include includes hold holds comprise comprises store stores carry carries " +
      "consist_of consists_of is_made_up_of are_made_up_of is_described_by are_described_by got",
  ),
  /** Modal verbs that ask. */
  must: words(
    "must should shall needs_to need_to has_to have_to will would ought_to is_to are_to",
  ),
  /** Modal verbs that allow. */
  can: words("can could may might is_able_to are_able_to be_able_to"),
  /** Modal verbs that refuse. */
  cannot: words(
    "cannot can't couldn't can_not can_never may_not may_never must_not mustn't must_never should_not shouldn't should_never " +
      "will_not won't will_never shall_not do_not don't does_not doesn't could_not never is_not isn't are_not aren't " +
      "should_not_be_able_to shouldn't_be_able_to should_not_be_allowed_to shouldn't_be_allowed_to must_not_be_able_to " +
      "mustn't_be_able_to may_not_be_able_to should_never_be_able_to are_not_allowed_to is_not_allowed_to aren't_allowed_to " +
      "isn't_allowed_to are_not_permitted_to can_neither may_neither should_neither must_neither not_be_able_to are_not_able_to is_not_able_to has_not_to need_not needn't might_not not are_never is_never",
  ),
  /** Adverbs between the parts of a predicate. */
  adverb: words(
    "also always then even easily quickly simply just still already later ever too usually normally typically either " +
      "additionally optionally again directly of_course only_ever",
  ),
  it: words("it they them this these those he she"),
  i: words("i we you"),
  keep: words(
    "store stores keep keeps save saves hold holds persist persists put puts write writes storing keeping saving data storage",
  ),
  kept: words("stored kept saved held persisted put written"),
  run: words(
    "run runs running listen listens listening serve serves served serving start starts available reachable expose exposed host hosted bind",
  ),
  expose: words(
    "expose exposes exposing provide provides providing offer offers have has make build create",
  ),
  /** Whoever uses the system. */
  anyone: words(
    "users user people person anyone anybody everyone everybody clients client me us them you one",
  ),
  /** From when on something is not possible. */
  since: words("once when after if while as_soon_as"),
  later: words(
    "anymore any_more any_longer later afterwards again further no_more",
  ),
  /** How long something is possible. */
  while: words("while when if as_long_as until_then"),
  /** What calls a webhook. */
  tell: words(
    "notify notifies notifying call calls calling trigger triggers triggering fire fires firing hit hits ping pings invoke invokes " +
      "send sends sending send_out sends_out post posts emit emits emitting deliver delivers execute executes push pushes dispatch dispatches publish publishes",
  ),
  told: words(
    "told notified informed called triggered fired hit pinged invoked sent sent_out posted emitted delivered executed pushed updated",
  ),
  hook: words(
    "webhook webhooks web_hook web_hooks web-hook web-hooks callback_url http_callback webhook_url webhook_endpoint",
  ),
  /** What makes a request of the network. */
  give: words(
    "make makes send sends do issue issues fire fires post posts push pushes deliver delivers",
  ),
  nobody: words("nobody no_one no-one no_user none_of_them nothing"),
} as const;

/** Words at which a noun phrase ends. */
export const NOUN_STOPS: ReadonlySet<string> = new Set(
  ("and or but nor with without of for to from in on at by as per via into onto over under between than then so that which " +
    "who whom where when while if unless until because since after before during through about against within " +
    "is are was were be been being am has have had having can could may might must should shall will would do does did " +
    "cannot can't don't doesn't isn't aren't mustn't shouldn't won't not no never only called named using use uses " +
    "i we you he she it they them us me him belong belongs contain contains include includes " +
    "including need needs require requires consist consists 's let lets allow allows please like such via whether " +
    "except once whose whenever also too either neither both defaulting defaults default equal equals want wants identified containing " +
    "matching filtered sorted ordered grouped there exceed exceeds a an the all each every any some both another its their my your our his her this these those")
    .split(" "),
);

/** Determiners that may choose some of what they stand before: a restriction of these is not one of all. */
export const CHOOSING_DETERMINERS: ReadonlySet<string> = words(
  "new own existing single selected certain some specific particular other another different additional various few several",
);

/** Words that negate or restrict; a clause with one that no pattern took is not understood. */
export const RESTRICTING: ReadonlySet<string> = new Set(
  ("no not never cannot can't don't doesn't isn't aren't mustn't shouldn't won't couldn't needn't without nobody nothing none " +
    "neither nor except unless only forbid forbids forbidden disallow disallowed prevent prevents prohibited avoid " +
    "hardly rarely excluding dont cant wont doesnt shouldnt isnt unable impossible")
    .split(" "),
);

/** Words that may be left over without anything being lost. */
export const FILLER: ReadonlySet<string> = new Set(
  ("a an the this that these those and or & also then please pls just simply maybe kindly hi hello hey thanks thank you " +
    "ok okay so well i we it they them there here my our their its is are be basically etc too as both all " +
    "each every any some for of to in on with by into from simple basic nice following features feature functionality " +
    "functionalities requirements system application app api easily quickly able data should must can will " +
    "would like want need etc. very really only's of_course cheers thx ty regards best dear team one ones where which who have has " +
    "things able user users me us do does single individual microservice backend")
    .split(" "),
);

/** Adjectives that name no state and choose among entities; as a filter they are not understood. */
export const CHOOSING_ADJECTIVES: ReadonlySet<string> = new Set(
  ("overdue upcoming past recent expired late popular top best old oldest latest newest nearby cheap cheapest low empty " +
    "expensive duplicate similar related favorite inactive active open closed pending available unavailable free busy " +
    "unread read unpaid paid public private done finished current future today's next previous last first own unused " +
    "unassigned missing invalid valid draft own")
    .split(" "),
);

/** Adjectives before a system's or an entity's name that say nothing about it. */
export const PLAIN_ADJECTIVES: ReadonlySet<string> = new Set(
  ("simple small basic little tiny minimal lightweight rest restful http json crud web backend new modern clean quick " +
    "complete full fully-featured nice good great robust scalable fast internal public online custom personal mini real " +
    "working tested production-ready typescript deno node rest-api the a an my our your")
    .split(" "),
);

/** Nouns that mean the system itself. */
export const SYSTEM_NOUNS: ReadonlySet<string> = new Set(
  ("api apis app application system service backend server platform tool website site registry catalogue catalog tracker " +
    "program software portal microservice solution crm webservice manager planner organizer organiser back-end webapp " +
    "endpoint endpoints directory saas")
    .split(" "),
);

/** Last words of a system's name that say it manages what stands before. */
export const MANAGING: ReadonlySet<string> = new Set(
  ["management", "managing", "tracking", "manager", "tracker"],
);

/** Nouns that name a role when a heading has only wishes below. */
export const ROLES: ReadonlySet<string> = words(
  "admin administrator manager editor moderator owner author staff librarian teacher student customer client guest " +
    "visitor member employee agent operator user seller buyer driver nurse doctor clerk cashier instructor organizer " +
    "supervisor reviewer publisher reader viewer superuser developer",
);

/** Nouns for whoever uses the system, so that nothing is said by who does something. */
export const EVERYONE: ReadonlySet<string> = words(
  "users user end_users end_user people person persons anyone anybody everyone everybody somebody someone one clients client " +
    "api_clients visitors visitor consumers consumer callers caller me us them you public",
);

/** Plurals that stand before another noun as part of its name: "sports club". */
export const ATTRIBUTIVE_PLURALS: ReadonlySet<string> = words(
  "sports sales goods news customs systems operations parts accounts savings arts works games contacts jobs awards " +
    "events careers logistics electronics cosmetics physics mathematics economics athletics gymnastics series species " +
    "premises headquarters analytics graphics clothes glasses data media bus gas menus woods foods drinks",
);

/** Nouns for many of what stands before them: "users table". */
export const GATHERING_NOUNS: ReadonlySet<string> = words(
  "table list collection record entry item model entity resource object log history group set page board",
);

/** Nouns that mean an actor or the system, never something it keeps by being the subject of a verb. */
export const DATA_WORDS: ReadonlySet<string> = new Set(
  ("data everything information things all it them stuff state")
    .split(" "),
);

/** Verbs that say what a thing links. */
export const LINKING_VERBS: ReadonlySet<string> = words(
  "links link connects connect joins join",
);

/** Verbs that say what a thing holds. */
export const RECORDING_VERBS: ReadonlySet<string> = words(
  "links link connects connect joins join records record captures capture tracks track logs log",
);

/** What people belong to, and whose things are not for others. */
export const TENANTS: ReadonlySet<string> = new Set(
  ("tenant organisation organization company clinic team school firm agency branch shop store workspace department " +
    "business association club group household family practice hospital franchise office institution university " +
    "community charity studio restaurant hotel site location client account enterprise partner vendor merchant")
    .split(" "),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").map((word) => word.replaceAll("_", " ")));
}
