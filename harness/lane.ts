import { RingBuffer } from "./ring_buffer.ts";

/** Whoever is told how the handler of a lane ended. */
export interface LaneOwner<T, K> {
  /** Called when the value in hand is handled. */
  laneDone(lane: Lane<T, K>): void;
  /** Called when its handler failed. */
  laneFailed(lane: Lane<T, K>, error: unknown): void;
  /** Called in a later turn, when the lane had to give way. */
  laneRested(lane: Lane<T, K>): void;
}

/** The values of one key: one in hand, the others in order. Used again for other keys. */
export class Lane<T, K> {
  /** What its values have in common. */
  key: K;
  /** The value that is being handled. */
  inHand: T;
  /** Values that come after it. */
  readonly queue = new RingBuffer<T>();
  /** Ends the value in hand well; one function for all values of the lane. */
  readonly done: () => void;
  /** Ends the value in hand badly. */
  readonly fail: (error: unknown) => void;
  /** Goes on after a pause. */
  readonly rested: () => void;

  /** Begins with one value. */
  constructor(key: K, value: T, owner: LaneOwner<T, K>) {
    this.key = key;
    this.inHand = value;
    this.done = () => owner.laneDone(this);
    this.fail = (error) => owner.laneFailed(this, error);
    this.rested = () => owner.laneRested(this);
  }
}
