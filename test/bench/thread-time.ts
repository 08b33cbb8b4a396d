/** Milliseconds that this thread itself was at work: what others do on the machine meanwhile is not in it. What is shorter than the
 * clock's step is done many times. */
export function threadTime(work: () => unknown, times = 1): number {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / times;
}
