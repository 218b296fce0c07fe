import type { Sql } from './sql.ts'
import type { WashJobQueries, WashJobView, WashJobWrites } from '../car-park-rows.ts'
import { columns, insertion, updater } from './rows.ts'

const job = {
  id: 'id',
  bookingId: 'booking_id',
  state: 'state',
  position: 'position',
  queuedAt: 'queued_at',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  readyAt: 'ready_at',
  collectedAt: 'collected_at',
  toldBookingId: 'told_booking_id',
}

const VIEW = `SELECT ${columns(job, 'j')}, b.reference, b.plate, b.phone, b.resource_id AS "resourceId",
    r.label AS "bayLabel", b.service_id AS "serviceId", s.name AS "serviceName",
    s.cleanup_minutes AS "cleanupMinutes", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
    (SELECT max(busy_to) FROM allocation WHERE booking_id = b.id AND state <> 'released') AS "busyTo"`
const JOINED = `JOIN resource AS r ON r.id = b.resource_id JOIN service AS s ON s.id = b.service_id`
const BY_JOB = `${VIEW} FROM wash_job AS j JOIN booking AS b ON b.id = j.booking_id ${JOINED}`
/** Spelt as in the partial index, so that the index serves it. */
const OPEN = "('queued', 'in_progress', 'quality_check', 'ready')"

export function washJobQueries(db: Sql): WashJobQueries {
  const byId = db.prepare<[string], WashJobView>(`${BY_JOB} WHERE j.id = ?`)
  const byBooking = db.prepare<[string], WashJobView>(`${BY_JOB} WHERE j.booking_id = ?`)
  const open = db.prepare<[], WashJobView>(`${BY_JOB} WHERE j.state IN ${OPEN} ORDER BY j.position, j.id`)
  const starting = db.prepare<[number, number], WashJobView>(
    `${VIEW} FROM booking AS b JOIN wash_job AS j ON j.booking_id = b.id ${JOINED}
     WHERE b.kind = 'wash' AND b.starts_at >= ? AND b.starts_at < ? ORDER BY b.starts_at, j.id`,
  )
  // A clock that was set back between the two leaves a span that is none.
  const durations = db
    .prepare<[string, number], number>(
      // CROSS: from the washes that ended last, and not from all bookings of the service there ever were.
      `SELECT j.finished_at - j.started_at FROM wash_job AS j CROSS JOIN booking AS b
       WHERE b.id = j.booking_id AND j.finished_at > j.started_at AND b.service_id = ? ORDER BY j.finished_at DESC LIMIT ?`,
    )
    .pluck()
  return {
    washJob: async (id) => byId.get(id),
    washJobOfBooking: async (bookingId) => byBooking.get(bookingId),
    openWashJobs: async () => open.all(),
    washJobsStarting: async (from, to) => starting.all(from, to),
    washDurations: async (serviceId, limit) => durations.all(serviceId, limit),
  }
}

export function washJobWrites(db: Sql): WashJobWrites {
  const updateJob = updater(db, 'wash_job', job)
  const insert = db.prepare(insertion('wash_job', job))
  return {
    async insertWashJob(row) {
      await insert.run(row)
    },
    async updateWashJob(id, change) {
      await updateJob(id, change)
    },
  }
}
