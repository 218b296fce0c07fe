import type { PermitRow } from './car-park-rows.ts'

/** What is known of plates, however long ago; each is found by an index. */
export interface PlateQueries {
  /**
   * Plates that hold a text.
   * @param part without spaces and dashes, upper case, with look-alikes read as `foldLookAlikes` does
   * @param most as many are answered
   */
  platesWith(part: string, most: number): Promise<readonly string[]>
  /** The ids of its bookings, the latest to begin first. */
  newestBookingsOf(plate: string, most: number): Promise<readonly string[]>
  newestPermitsOf(plate: string, most: number): Promise<readonly PermitRow[]>
}
