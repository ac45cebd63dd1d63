/** Makes a stream that takes text in any pieces and gives whole lines. */
export function lines(): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    transform: (text, controller) => {
      const whole = (rest + text).split("\n");
      rest = whole.pop() ?? "";
      for (const line of whole) controller.enqueue(line);
    },
    flush: (controller) => {
      if (rest !== "") controller.enqueue(rest);
    },
  });
}
