/** The milliseconds that this process has worked: what other programs do on a busy machine is not counted. */
export function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
