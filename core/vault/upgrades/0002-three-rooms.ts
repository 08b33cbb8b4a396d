/** Frozen: schema 2 to 3. Meetings, training and incentives have tables of their own, which begin empty;
 * the number alone keeps an older app from dropping what it does not know.
 * @example addThreeRooms([{ table: "members", rows: [], stamps: [] }]) // => [{ table: "members", rows: [], stamps: [] }]
 */
export function addThreeRooms(pieces: readonly unknown[]): readonly unknown[] {
  return pieces;
}
