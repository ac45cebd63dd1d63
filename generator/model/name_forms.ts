/**
 * The spellings of a name.
 *
 * @module
 */

/** One name in the spellings that outputs need, derived once. */
export interface NameForms {
  /** `order_item` */
  readonly snake: string;
  /** `orderItem` */
  readonly camel: string;
  /** `OrderItem`; acronyms such as API, URL stay upper case */
  readonly pascal: string;
  /** `order-item` */
  readonly kebab: string;
  /** `ORDER_ITEM` */
  readonly constant: string;
  /** `order item` */
  readonly words: string;
}
