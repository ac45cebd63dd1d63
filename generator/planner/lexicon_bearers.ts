/**
 * Which things usually have a field, for sentences that name the field only: "Stock can't go below zero".
 *
 * @module
 */

/** The things that usually have fields, the fields by their words; where nothing is said no field is added elsewhere. */
export const BEARERS: readonly (readonly [string, string])[] = [
  [
    "stock/stock level/quantity in stock/inventory/sku/barcode/reorder level/on hand",
    "product/item/article/part/material/ingredient/good/book/medicine/drug/variant/supply/component/spare_part/ware",
  ],
  [
    "price/unit price/list price/cost/vat rate/discount",
    "product/item/article/part/dish/meal/ticket/service/book/room/course/variant/menu_item/drink/plan/treatment/ware",
  ],
  [
    "capacity/seats/max participants/max attendees",
    "room/event/class/venue/table/vehicle/course/hall/workshop/session/lesson/screening/tour/plane/bus/boat/desk",
  ],
  [
    "weight/height/breed/species",
    "pet/animal/parcel/package/product/shipment/dog/cat/horse/patient/item",
  ],
  [
    "due date/deadline/due",
    "task/todo/assignment/invoice/loan/homework/project/issue/bill/chore/milestone/ticket",
  ],
  [
    "start time/end time/start date/end date/start/end/check-in/check-out",
    "booking/appointment/event/reservation/meeting/shift/session/class/lesson/trip/rental/lease/course/tour/project",
  ],
  [
    "duration",
    "track/song/workout/appointment/lesson/session/meeting/film/movie/video/course/treatment/class/task/recording",
  ],
  [
    "mileage/plate/license plate/licence plate/vin/odometer",
    "car/vehicle/truck/van/bike/scooter/bus/motorcycle",
  ],
  ["salary/hourly rate/hire date", "employee/worker/staff/job/contract"],
  ["isbn/page count/pages", "book/title/edition/publication"],
  ["rating/stars", "review/rating/feedback"],
  ["quantity/qty", "order_item/item/order_line/line/movement/order/entry"],
  [
    "balance",
    "account/wallet/card/budget/customer",
  ],
  ["grade/score", "submission/exam/test/result/grade/quiz/answer"],
  ["temperature/humidity", "reading/measurement/sensor/sample"],
];

/** What people have; anything else is not said of them. */
export const PERSONAL: ReadonlySet<string> = new Set(
  ("name/first name/last name/full name/email/phone/phone number/mobile/address/age/date of birth/birthday/birth date/" +
    "role/gender/title/bio/username/nickname/password/avatar/photo/language/nationality/department/salary/hire date/" +
    "hourly rate/membership level/level/status/state/notes").split("/"),
);
