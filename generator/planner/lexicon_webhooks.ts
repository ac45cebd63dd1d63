/**
 * How requests say that another system is told when something happens.
 *
 * @module
 */

/** Words that call another system, with whom: `{U:url}` an address, `{E:target}` a system, `{E:what}` what is sent. */
export const TELLS: readonly string[] = [
  "$tell a|an|the|our|my|your|its|their|this|some|one|outgoing? outgoing|outbound|http|signed|external? $hook event|call|request|notification|message|post? to|at|of|for|on|in {U:url}",
  "$tell a|an|the|our|my|your|its|their|this|some|one|outgoing? outgoing|outbound|http|signed|external? $hook event|call|request|notification|message|post? to|at|of|for|on|in {E:target}",
  "$tell a|an|the|our|my|your|its|their|this|some|one|outgoing? outgoing|outbound|http|signed|external? $hook event|call|request|notification|message|post?",
  "$tell the|our|my|their|its {E:named} $hook",
  "$hook event|events|notification|notifications|call|calls? to|at {U:url}",
  "$hook event|events|notification|notifications|call|calls? to|for {E:target}",
  "$hook event|events|notification|notifications|call|calls|integration|support?",
  "a|an|the|our|my {E:named} $hook",
  "notify|notifies|notifying|call|calls|calling|ping|pings|pinging|hit|hits|tell|tells|inform|informs|trigger|triggers|invoke|invokes|post_to|posts_to|call_out_to|calls_out_to the|our? url|endpoint|address? {U:url}",
  "$give a|an? post|http|http_post|json|webhook|web? request|call|event|message|notification|payload|post|it|them|this to the|our? url|endpoint|address? {U:url}",
  "post|posts|push|pushes|send|sends|forward|forwards|deliver|delivers {E:what} to the|our? url|endpoint|address? {U:url}",
  "post|posts|push|pushes|send|sends|forward|forwards|deliver|delivers to the|our? url|endpoint|address? {U:url}",
  "post|posts|posting to {E:system}",
  "post|posts|push|pushes|send|sends|forward|forwards {E:what} to {E:system}",
  "$give a|an? post|http|http_post|web post? request|call to {E:target}",
  "notify|notifies|call|calls|ping|pings|tell|tells|inform|informs|alert|trigger|triggers|invoke|invokes {E:system}",
  "notify|notifies|tell|tells|inform|informs|alert|update {E:target} by|via|through|over|with|using a|an|the|our? $hook call|request?",
  "send|sends|push|pushes|post|posts {E:what} to {E:target} by|via|through|over|with|using a|an|the|our? $hook call|request?",
];

/** The same, told of whom is called. */
export const IS_TOLD: readonly string[] = [
  "a|an|the|our|my|one|some? outgoing|outbound|http|signed? $hook event|call|request|notification? $must|$can? $be|is_to_be|to_be? be? $told to|at {U:url}",
  "a|an|the|our|my|one|some? outgoing|outbound|http|signed? $hook event|call|request|notification? $must|$can? $be|is_to_be|to_be? be? $told to|at {E:target}",
  "a|an|the|our|my|one|some? outgoing|outbound|http|signed? $hook event|call|request|notification? $must|$can? $be|is_to_be|to_be? be? $told",
  "a|an|the|our|my|one|some? outgoing|outbound|http|signed? $hook $must|$can? fire|fires|go|goes_out|go_out|runs|trigger|triggers to|at? {U:url}?",
  "{U:url} $must|$can? $be|is_to_be|to_be? be? $told",
  "{E:system} $must|$can? $be|is_to_be|to_be? be? $told",
  "{E:target} $must|$can? $be|is_to_be? be? told|notified|informed|called by|via|through|over|with a|an|the|our? $hook",
  "be|get? told|notified|informed|called|alerted by|via|through|over|with a|an|the|our? $hook",
  "{E:target} $must? get|gets|receive|receives a|an? $hook",
];

/** A webhook that is called after what happens: "send an order.paid webhook". */
export const EVENT_HOOKS: readonly string[] = [
  "$tell? a|an|the? {E:of} . {P:verbs} $hook event|notification?",
  "$tell? a|an|the? {E:of} . {O:verbs} $hook event|notification?",
  "$tell a|an|the? {E:of} {P:verbs} $hook event|notification?",
];

/** An address after what happens. */
export const ADDRESSES: readonly string[] = [
  "to|at|:|→|=|, the|our? url|endpoint|address? {U:url}",
  "- > {U:url}",
  "= > {U:url}",
];

/** What stands before what happens. */
export const WHEN: readonly string[] = [
  "when|whenever|once|if|each_time|every_time|any_time|anytime|as_soon_as|after|the_moment|each_time_that|every_time_that|every_time_when",
  "upon|on|for|every|each|about|of|:",
];

/** What happens. */
export const EVENTS: readonly string[] = [
  "{E:of} $be|has_been|have_been|had_been newly|successfully|fully? {P:verbs}",
  "{E:of} $be|has_been|have_been|had_been newly|successfully|fully? {L:state}",
  "{E:of} becomes|become|turns|turn|reaches|reach|enters|enter|goes_to|go_to|moves_to|move_to|changes_to|change_to|switches_to|is_set_to|is_marked_as|are_marked_as|gets_marked_as|is_marked|transitions_to|goes_into|moves_into|changes_status_to|changes_state_to {L:state}",
  "the? status|state of {E:of} becomes|turns|reaches|changes_to|is_set_to|switches_to|goes_to {L:state}",
  "the? status|state of {E:of} changes|is_changed|is_updated",
  "{E:of} changes|change|changed",
  "{E:of} changes|change its|their|the? status|state",
  "{E:of} arrives|arrive|comes_in|come_in|is_placed|are_placed|appears",
  "{E:of} . {P:verbs}",
  "{E:of} . {O:verbs}",
  "a|an|the|any|every|each? new|incoming {E:made}",
  "creation|placement|making of {E:of}",
  "the? {O:verbs} of {E:of}",
  "the? {E:deed} of {E:of}",
  "{P:verbs} {E:of}",
  "{E:of} {P:verbs}",
  "{E:of} {O:verbs}",
];

/** What happens as a noun, and the verb of it. */
export const DEEDS: ReadonlyMap<string, string> = new Map([
  ["payment", "pay"],
  ["delivery", "deliver"],
  ["refund", "refund"],
  ["shipping", "ship"],
  ["dispatch", "dispatch"],
  ["expiry", "expire"],
]);

/** Words that say nothing more of it: what is told is in the message anyway. */
export const TOLD_WITH: readonly string[] = [
  "with|including|and_include|containing the|its|their|all? {E:what} in|as the|a|its? body|payload|json|request_body|json_body",
  "with the|its|their|all? {E:what} as json",
  "with|including the|a? {E:of} data|details|payload|body|id",
  "as json",
  "as a|an? json|http|post? payload|request|body|call",
  "via|by|over|through|using http|https|post|http_post|an_http_post|an_http_call|a_post_request",
];

/** Last words of what is a program rather than people. */
export const PROGRAMS: ReadonlySet<string> = new Set(
  ("service services system systems api apis endpoint endpoints url urls server backend app application erp crm wms erps gateway " +
    "microservice integration webhook hook callback platform bot pipeline")
    .split(" "),
);

/** Ways to reach people: that is no webhook. */
export const MAILS: ReadonlySet<string> = new Set(
  "email emails e-mail e-mails mail mails sms push text letter phone whatsapp slack discord teams telegram newsletter"
    .split(" "),
);
