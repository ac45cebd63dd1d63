/**
 * Requests that say that clients are told of changes as they happen.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say that clients are told of changes as they happen. */
export const LIVE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "changes are told in real time",
    request:
      "Messages have a text and belong to a room. Rooms have a name. Clients see new messages in real time.",
    outline: `
      message: text:text > room ~live
      room: name!`,
  },
  {
    name: "changes over a WebSocket, of several things",
    request:
      "Orders have a total. Riders have a name. Push changes of orders and riders over WebSocket.",
    outline: `
      order: total:decimal[0..] ~live
      rider: name! ~live`,
  },
  {
    name: "live updates in many words",
    request:
      "Orders have a total. Bids have an amount. Parcels have a weight. Scores have points. Live updates for orders via server-sent events. Bid changes are streamed to all connected clients. New parcels appear in real time. Clients can subscribe to changes of scores.",
    outline: `
      order: total:decimal[0..] ~live
      bid: amount:decimal[0..] ~live
      parcel: weight:number[0..] ~live
      score: points:integer[0..] ~live`,
  },
  {
    name: "live in a list",
    request: `- Tickets: subject, status (open, closed)
- real-time ticket updates over WebSocket
- Comments: text, belong to a ticket
- live feed of comments`,
    outline: `
      ticket: subject status:enum{open,closed}=open ~live
      comment: text:text > ticket ~live`,
  },
  {
    name: "whoever is told of something sees it",
    request:
      "Taxi dispatch. Dispatchers log in. Rides have a pickup and a dropoff. Dispatchers see new rides in real time.",
    outline: `
      users
      ride: pickup dropoff ~live @ read=users create=users write=users`,
  },
  {
    name: "a story of live updates",
    request:
      "Bids have an amount. As a bidder I want to see new bids live, so that I can react.",
    outline: `
      bid: amount:decimal[0..] ~live`,
    notEnforced: ["bidder"],
  },
  {
    name: "live only to some is not opened to more",
    request:
      "Messages have a text. Users log in. Users see only their own messages. Users see new messages live. Only admins see new messages live.",
    outline: `
      users roles=member,admin
      message: text:text > owner=user ~live @ owner=owner read=owner/admin create=users write=owner/admin`,
    notUnderstood: ["Only admins see new messages live."],
  },
  {
    name: "their own, in real time",
    request: "Scores have points. Users see their own scores in real time.",
    outline: `
      score: points:integer[0..] ~live`,
    notUnderstood: ["their own scores"],
  },
  {
    name: "what is not live",
    request:
      "Orders have a total. Don't push changes of orders over WebSocket. Notify the kitchen in real time when an order is placed. Show the position of the driver live on a map. Real-time updates. Stream videos to users. Concerts have a title and are live. Orders live in a database.",
    outline: `
      order: total:decimal[0..]
      concert: title!`,
    notUnderstood: [
      "Notify the kitchen in real time when an order is placed.",
      "Show the position of the driver live on a map.",
      "Real-time updates.",
      "Stream videos to users.",
      "are live",
      "Orders live in a database.",
    ],
  },
  {
    name: "live updates in an API of its own shape",
    request:
      "Users sign in. Posts have a text. Users can like posts. Users see new posts in real time.",
    outline: `
      users
      post: text:text ^like(liked,likesCount) @ read=users create=users write=users`,
    notUnderstood: ["in real time"],
  },
  {
    name: "what takes something back of live updates",
    request:
      "Orders have a total. Push changes of orders over WebSocket, but not to guests. Users see orders in real time, unless they are archived. Nobody sees new orders in real time. Changes of orders must never be pushed over WebSocket.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Push changes of orders over WebSocket, but not to guests.",
      "Users see orders in real time, unless they are archived.",
      "Nobody sees new orders in real time.",
    ],
  },
];
