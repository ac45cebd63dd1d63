/**
 * What English does not inflect by rule.
 *
 * @module
 */

/** Nouns whose plural is irregular, or which the rules would take apart wrongly. */
export const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  canoe: "canoes",
  shoe: "shoes",
  toe: "toes",
  alias: "aliases",
  atlas: "atlases",
  analysis: "analyses",
  axis: "axes",
  basis: "bases",
  bonus: "bonuses",
  bus: "buses",
  campus: "campuses",
  canvas: "canvases",
  ache: "aches",
  cache: "caches",
  child: "children",
  cookie: "cookies",
  criterion: "criteria",
  crisis: "crises",
  datum: "data",
  diagnosis: "diagnoses",
  foot: "feet",
  gas: "gases",
  guru: "gurus",
  half: "halves",
  hypothesis: "hypotheses",
  index: "indexes",
  knife: "knives",
  leave: "leaves",
  lens: "lenses",
  life: "lives",
  logo: "logos",
  loaf: "loaves",
  man: "men",
  matrix: "matrices",
  memo: "memos",
  menu: "menus",
  mouse: "mice",
  movie: "movies",
  parenthesis: "parentheses",
  person: "people",
  photo: "photos",
  piano: "pianos",
  prognosis: "prognoses",
  quiz: "quizzes",
  shelf: "shelves",
  smoothie: "smoothies",
  status: "statuses",
  thesis: "theses",
  tie: "ties",
  todo: "todos",
  "to-do": "to-dos",
  tooth: "teeth",
  vertex: "vertices",
  video: "videos",
  virus: "viruses",
  wife: "wives",
  woman: "women",
  zombie: "zombies",
};

/** Nouns without a plural of their own. */
export const UNCOUNTABLE: ReadonlySet<string> = new Set(
  ("advice aircraft cash content data equipment feedback fish furniture hardware homework information inventory " +
    "knowledge luggage machinery mail merchandise metadata money music news offspring series sheep software " +
    "species staff stock stuff traffic weather work address access business progress process class " +
    "analytics economics electronics ethics graphics logistics mathematics physics politics statistics " +
    "boss cross loss mass pass press stress success less always this its has is was does as plus minus yes")
    .split(" "),
);

/** Verbs whose participle is irregular. */
export const IRREGULAR_PARTICIPLES: Readonly<Record<string, string>> = {
  __proto__: null as never,
  begin: "begun",
  borrow: "borrowed",
  break: "broken",
  build: "built",
  buy: "bought",
  choose: "chosen",
  do: "done",
  draw: "drawn",
  drop: "dropped",
  feed: "fed",
  find: "found",
  freeze: "frozen",
  get: "gotten",
  give: "given",
  hide: "hidden",
  hold: "held",
  keep: "kept",
  know: "known",
  leave: "left",
  lend: "lent",
  lose: "lost",
  make: "made",
  overwrite: "overwritten",
  pay: "paid",
  put: "put",
  read: "read",
  redo: "redone",
  refund: "refunded",
  rewrite: "rewritten",
  see: "seen",
  sell: "sold",
  send: "sent",
  set: "set",
  show: "shown",
  shut: "shut",
  spend: "spent",
  steal: "stolen",
  take: "taken",
  "take back": "taken back",
  throw: "thrown",
  undo: "undone",
  unfreeze: "unfrozen",
  unhide: "unhidden",
  win: "won",
  withdraw: "withdrawn",
  write: "written",
};

/** Verbs that double their last letter before -ing and -ed. */
export const DOUBLING_VERBS: ReadonlySet<string> = new Set(
  ("ban cancel label travel drop flag get log map pin plan put scan set ship shut skip star stop submit swap " +
    "tag tap trim unban unflag unpin unplug unstar unsubmit untag wrap admit commit permit refer transfer ship chat " +
    "equip begin win run jot")
    .split(" "),
);

/** What is left of participles without -ed whose verb ends in a silent e, beyond what the rule sees. */
export const SILENT_E_STEMS: ReadonlySet<string> = new Set(
  ("complet delet creat updat invit not quot rat vot execut promot devot exclud includ decid divid provid guid " +
    "grad trad upgrad downgrad hir fir retir requir acquir expir inspir stor restor explor scor ignor prepar compar " +
    "shar declar combin declin defin determin examin imagin assum consum resum renam nam tim prim schedul enabl " +
    "disabl handl settl solv lik bak mak tak wak bik revok invok provok evok tast wast past hat typ wip pip shap " +
    "scrap driv us clos los purchas releas leas eras increas decreas licens engag manag encourag merg charg " +
    "discharg chang arrang exchang")
    .split(" "),
);
