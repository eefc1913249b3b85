/** What can wait until the browser has shown something. */

/** So long at a time; a finger feels 50 ms. */
const sliceMs = 24;

interface Scheduler {
  postTask(task: () => void, options: {priority: 'background'}): Promise<unknown>;
}

/**
 * From the next frame on; in a tab that nobody sees, when somebody does.
 *
 * @param step - a little of the work; false when it is done
 * @returns the way to stop it
 */
export function inSpareTime(step: () => boolean): () => void {
  let isOver = false;
  const {scheduler} = globalThis as {scheduler?: Scheduler};
  const later = (): void => {
    // Safari has none.
    if (scheduler?.postTask) void scheduler.postTask(slice, {priority: 'background'});
    else setTimeout(slice);
  };
  const slice = (): void => {
    const end = performance.now() + sliceMs;
    do isOver ||= !step();
    while (!isOver && performance.now() < end);
    if (!isOver) later();
  };
  // Or it would be done before what is there is painted.
  requestAnimationFrame(later);
  return () => {
    isOver = true;
  };
}
