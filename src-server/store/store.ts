import type { AuditKind } from '../../src-shared/api/audit-kinds.ts'
import type { BayClass, ClockState, Role, StoreTrouble } from '../../src-shared/api/fields.ts'
import type { PaymentMethod } from '../../src-shared/api/payment-schemas.ts'
import type { BookingState } from '../../src-shared/booking/booking-states.ts'
import type { ClockMark } from '../clock/clock.ts'
import type {
  StayQueries,
  StayWrites,
  TariffQueries,
  TariffWrites,
  WashJobQueries,
  WashJobWrites,
} from './car-park-rows.ts'
import type { MoneyQueries, MoneyWrites } from './money-rows.ts'
import type { Ms, ServiceKind } from './basics.ts'
import type { PlateQueries } from './plate-rows.ts'
import type { FilterQueries, FilterWrites } from './filter-rows.ts'
import type { HelpQueries, HelpWrites } from './help-rows.ts'
import type { NoticeQueries, NoticeWrites } from './notice-rows.ts'
import type { PrivacyWrites } from './privacy-rows.ts'
import type { ReportQueries } from './report-rows.ts'
import type { WeeklyQueries, WeeklyWrites } from './weekly-rows.ts'

export type { Ms, ServiceKind }

export interface SiteRow {
  readonly name: string
  readonly timezone: string
  readonly currency: string
  readonly demo: boolean
  /** Days after today that can be booked. */
  readonly windowDays: number
  readonly washLeadMinutes: number
  readonly washSlotMinutes: number
  readonly holdMinutes: number
  /** How long a confirmed booking may wait to be paid at the counter. */
  readonly paymentMinutes: number
  /** What receipts say of the business; empty where nobody has said. */
  readonly businessName: string
  readonly address: string
  readonly phone: string
  readonly taxId: string
  readonly receiptFooter: string
  /** Where UPI payments go, such as `harbour@upi`; empty where the site takes none by QR. */
  readonly upiId: string
  /** Where customers' phones reach this server, such as `https://park.example`; empty where that is this machine on the LAN. */
  readonly publicUrl: string
  /** A bay is kept free so long before and after each parking booking. */
  readonly parkingBufferMinutes: number
  /** The shortest parking that can be booked. */
  readonly parkingMinMinutes: number
  /** How long before its start a booked car may come in. */
  readonly earlyMinutes: number
  /** How long a walk-in is expected to stay, as far as its bay is planned. */
  readonly walkInMinutes: number
  /** A paid booking whose car has not come so long after its start is a no-show. */
  readonly washNoShowMinutes: number
  readonly parkingNoShowMinutes: number
  /** A console at which nobody is locks after so many minutes; 0 for never. */
  readonly lockMinutes: number
  /** So many days after a car has gone its plate is erased, and its customer's telephone number. */
  readonly plateDays: number
  readonly phoneDays: number
  /** The languages that customers are spoken to in, the first one first: tags with commas between. */
  readonly languages: string
}

export interface OpeningRuleRow {
  readonly kind: ServiceKind
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number
  /** Local HH:MM; `24:00` is the end of the day. */
  readonly opens: string
  readonly closes: string
}

export interface ClosureRow {
  readonly id: string
  /** What is closed; null means everything. */
  readonly kind: ServiceKind | null
  /** First and last closed day, both included, YYYY-MM-DD on the site's calendar. */
  readonly fromDate: string
  readonly toDate: string
  readonly reason: string
}

export interface ResourceRow {
  readonly id: string
  readonly kind: 'bay' | 'wash_bay'
  readonly label: string
  readonly bayClass: BayClass | null
  readonly position: number
  /** Out of use for good, kept for what happened on it. */
  readonly active: boolean
  /** Where it lies on the plan of the lot, in decimetres; null until somebody has placed it. */
  readonly place: BayPlace | null
}

export interface BayPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Degrees, clockwise. */
  readonly rotation: 0 | 90 | 180 | 270
}

/** The plan of the lot without its bays, whose places are theirs. */
export interface LotPlanRow {
  readonly width: number
  readonly height: number
  /** `LotFeature`s as JSON; read through their schema. */
  readonly features: string
}

/** What must be told of a booking to come when the hours or the zone change. */
export interface ComingBooking {
  readonly id: string
  readonly reference: string
  readonly kind: ServiceKind
  readonly plate: string
  readonly phone: string | null
  readonly startsAt: Ms
  readonly endsAt: Ms
  readonly resourceLabel: string
}

export interface ServiceRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly durationMinutes: number
  readonly cleanupMinutes: number
  readonly priceMinor: number
  readonly position: number
  readonly active: boolean
}

export type LiveState = 'held' | 'confirmed' | 'in_use' | 'blocked'

export interface AllocationRow {
  readonly id: string
  readonly resourceId: string
  readonly bookingId: string | null
  readonly stayId: string | null
  /** Why a bay is blocked. */
  readonly note: string | null
  readonly state: LiveState | 'released'
  /** Half-open, buffers included. */
  readonly busyFrom: Ms
  readonly busyTo: Ms
}

/** How long a bay is free around a span of time; an infinite end where nothing near the span ends it. */
export interface Gap {
  readonly from: Ms
  readonly to: Ms
}

export interface BookingRow {
  readonly id: string
  readonly reference: string
  readonly kind: ServiceKind
  readonly state: BookingState
  readonly serviceId: string | null
  /** Of a parking booking, the class it was priced by. */
  readonly bayClass: BayClass | null
  readonly quoteId: string | null
  /** The expired booking that this one takes the place of, because its money came too late. */
  readonly followsBookingId: string | null
  /** When staff were told that its bay is not free for it, so that they are told once. */
  readonly conflictToldAt: Ms | null
  readonly resourceId: string
  /** Since when it has that bay; null where it never had another. */
  readonly baySince: Ms | null
  readonly startsAt: Ms
  readonly endsAt: Ms
  readonly plate: string
  readonly phone: string | null
  readonly priceMinor: number
  readonly currency: string
  readonly holdExpiresAt: Ms | null
  readonly paymentExpiresAt: Ms | null
  readonly createdAt: Ms
  /** Who made it: `user:…`, `device:…` or `kiosk:open`. */
  readonly madeBy: string
}

/** A booking with the names that a screen shows beside it. */
export interface BookingView extends BookingRow {
  readonly resourceLabel: string
  readonly serviceName: string | null
  /** The payment that is open or was last made; null while nothing is due. */
  readonly paymentId: string | null
  readonly paid: { readonly method: PaymentMethod; readonly amountMinor: number; readonly at: Ms } | null
}

export interface BookingFilter {
  readonly kind?: ServiceKind | undefined
  /** Bookings that start within [from, to). */
  readonly from?: Ms | undefined
  readonly to?: Ms | undefined
  readonly state?: BookingState | undefined
  /** Part of a normalised plate or of a reference. */
  readonly search?: string | undefined
}

/** One line of what happened to the clock. */
export interface ClockLogRow {
  readonly at: Ms
  readonly what: string
  readonly fromState: ClockState | null
  readonly toState: ClockState
  readonly epoch: number
  /** What the wall clock was ahead of business time, in fractional ms. */
  readonly wallAheadMs: number
  readonly sleptMs: number | null
  readonly actor: string
  readonly reason: string | null
}

export interface UserRow {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly passwordHash: string
  /** Of the PIN that is asked for again before acts that matter; null until one is chosen. */
  readonly pinHash: string | null
  readonly active: boolean
  /** Set by somebody else: whoever signs in with it chooses another one first. */
  readonly passwordTemporary: boolean
}

export interface SessionRow {
  readonly tokenHash: string
  readonly userId: string
  readonly createdAt: Ms
  readonly seenAt: Ms
  readonly expiresAt: Ms
  /** Since when nothing but unlocking is open to it; null while it is not locked. */
  readonly lockedAt: Ms | null
  /** Wrong tries at the lock since it was locked. */
  readonly unlockFailures: number
}

export interface DeviceRow {
  readonly id: string
  readonly name: string
  readonly tokenHash: string
  readonly pairedAt: Ms
  readonly seenAt: Ms | null
  /** The actor who made its code; null for those that were paired before this was kept. */
  readonly pairedBy: string | null
}

export interface PairingCodeRow {
  readonly codeHash: string
  readonly deviceName: string | null
  readonly expiresAt: Ms
  readonly madeBy: string
}

/** One line of the audit trail, before the store chains it to the line above. */
export interface EventInput {
  readonly at: Ms
  readonly kind: AuditKind
  readonly subject: string
  readonly actor: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
  /**
   * What it tells of a person, such as a plate. It is kept beside the line until its time is over; the line itself, and
   * so the chain, holds a salted digest of it, which nobody can read back.
   */
  readonly personal?: Readonly<Record<string, string>>
}

/** The last line of the trail, which vouches for all before it. */
export interface TrailEndRow {
  readonly first: string
  readonly seq: number
  readonly hash: string
}

export interface Metrics {
  readonly baysTotal: number
  /** With a car in them. */
  readonly baysOccupied: number
  /** Kept free for maintenance, with no car in them. */
  readonly baysBlocked: number
  readonly washBaysTotal: number
  readonly washBaysBusy: number
  readonly washBookings: number
  readonly held: number
  readonly awaitingPayment: number
  readonly takingsMinor: number
}

export interface SiteQueries {
  site(): Promise<SiteRow | undefined>
  openingRules(): Promise<readonly OpeningRuleRow[]>
  /** Closures that touch the days from `fromDate` to `toDate`, both included. */
  closures(fromDate: string, toDate: string): Promise<readonly ClosureRow[]>
  /** Services on offer. */
  services(): Promise<readonly ServiceRow[]>
  /** Services on offer, and those that were once. */
  everyService(): Promise<readonly ServiceRow[]>
  /** Bays in use. */
  resources(kind: ResourceRow['kind']): Promise<readonly ResourceRow[]>
  /** Bays of both kinds, retired ones included. */
  everyResource(): Promise<readonly ResourceRow[]>
  resource(id: string): Promise<ResourceRow | undefined>
  /** Undefined until somebody has drawn one. */
  lotPlan(): Promise<LotPlanRow | undefined>
  /** Live allocations of one bay that are not over at an instant; a car that is still there never is. */
  allocationsOf(resourceId: string, now: Ms): Promise<readonly AllocationRow[]>
  /** Bookings that are held or booked and begin at or after an instant, soonest first. */
  comingBookings(now: Ms): Promise<readonly ComingBooking[]>
  /** Whether any money was ever taken. */
  hasTakenMoney(): Promise<boolean>
}

export interface BookingQueries {
  /** Live allocations of a kind of resource that overlap [from, to). */
  liveAllocations(kind: ResourceRow['kind'], from: Ms, to: Ms): Promise<readonly AllocationRow[]>
  booking(id: string): Promise<BookingView | undefined>
  bookings(filter: BookingFilter): Promise<readonly BookingView[]>
  /** Holds and unpaid bookings whose deadline is at or before `now`. */
  overdueBookings(now: Ms): Promise<readonly BookingView[]>
  /**
   * Paid bookings whose car has not come by `now`: so many minutes after the start, at the booked end at the latest.
   * Where another car stood in a parking booking's bay after its start, so many minutes after that car has left; never
   * while it stands there, nor where it left when the booked time was over.
   */
  missedBookings(now: Ms, minutes: Readonly<Record<ServiceKind, number>>): Promise<readonly BookingView[]>
  /**
   * Whether time alone may have something to change at `now`: a deadline that is over, a car past what was booked for
   * it, or one whose bay is planned as its own for no longer than `standing` ms. Cheap, and true once too often rather
   * than once too seldom.
   * @param minutes the no-show times
   */
  isAnythingDue(now: Ms, limits: Readonly<Record<ServiceKind, number>> & { readonly standing: Ms }): Promise<boolean>
  idempotent(principal: string, key: string): Promise<{ subject: string; requestHash: string } | undefined>
  /** Counts for the day [dayFrom, dayTo), at `now`. */
  metrics(now: Ms, dayFrom: Ms, dayTo: Ms): Promise<Metrics>
}

export interface IdentityQueries {
  userCount(): Promise<number>
  user(id: string): Promise<UserRow | undefined>
  userByName(username: string): Promise<UserRow | undefined>
  /** Every account, by name. */
  users(): Promise<readonly UserRow[]>
  sessionsOf(userId: string): Promise<readonly SessionRow[]>
  session(tokenHash: string): Promise<SessionRow | undefined>
  devices(): Promise<readonly DeviceRow[]>
  deviceByToken(tokenHash: string): Promise<DeviceRow | undefined>
  pairingCode(codeHash: string): Promise<PairingCodeRow | undefined>
}

export interface EventQueries {
  /** The last position of the audit trail; 0 when it is empty. */
  lastEventSeq(): Promise<number>
  /** Where the audit trail ends, and the hash of its first line; undefined while it is empty. */
  trailEnd(): Promise<TrailEndRow | undefined>
  /** Whether the audit trail has a line of a kind. */
  hasEvent(kind: string): Promise<boolean>
  /** The newest lines of the clock's log, newest first. */
  clockLog(limit: number): Promise<readonly ClockLogRow[]>
}

export interface Queries
  extends
    SiteQueries,
    BookingQueries,
    IdentityQueries,
    EventQueries,
    TariffQueries,
    StayQueries,
    WashJobQueries,
    MoneyQueries,
    NoticeQueries,
    HelpQueries,
    FilterQueries,
    WeeklyQueries,
    PlateQueries {}

/** What a transaction can do besides reading, one thing after another. Reads inside it see its own writes. */
export interface Transaction
  extends
    Queries,
    TariffWrites,
    StayWrites,
    WashJobWrites,
    MoneyWrites,
    NoticeWrites,
    PrivacyWrites,
    HelpWrites,
    FilterWrites,
    WeeklyWrites {
  /** Business time of the commit, whole milliseconds: everything the transaction decides is decided at this instant. */
  readonly at: Ms
  insertSite(site: SiteRow): Promise<void>
  insertOpeningRule(rule: OpeningRuleRow): Promise<void>
  insertClosure(closure: ClosureRow): Promise<void>
  insertService(service: ServiceRow): Promise<void>
  insertResource(resource: ResourceRow): Promise<void>

  updateSite(change: Partial<SiteRow>): Promise<void>
  /** Forgets the weekly hours of both kinds, so that others can be written. */
  clearOpeningRules(): Promise<void>
  deleteClosure(id: string): Promise<boolean>
  updateService(id: string, change: Partial<Omit<ServiceRow, 'id'>>): Promise<void>
  updateResource(id: string, change: Partial<Omit<ResourceRow, 'id' | 'kind'>>): Promise<void>
  setLotPlan(plan: LotPlanRow): Promise<void>

  /**
   * For each of the bays, how long it is free around [from, to), as far as what is before and after it lies within
   * `reachMs`; undefined where somebody has it for a part of the span.
   */
  gapsAround(bayIds: readonly string[], from: Ms, to: Ms, reachMs: number): Promise<readonly (Gap | undefined)[]>
  /** @returns false when the resource is not free for the whole interval; nothing is written then */
  insertAllocation(allocation: AllocationRow): Promise<boolean>
  setAllocationState(bookingId: string, state: AllocationRow['state']): Promise<void>
  /**
   * Changes a live allocation: its bay, its interval, its state, whom it serves.
   * @returns false when the bay is not free for it; nothing is written then
   */
  updateAllocation(id: string, change: Partial<Omit<AllocationRow, 'id' | 'note'>>): Promise<boolean>
  allocationOf(
    subject: { readonly bookingId: string } | { readonly stayId: string },
  ): Promise<AllocationRow | undefined>
  /** Gives a booking another bay. The caller moves its allocation. @param since when that is decided */
  setBookingResource(id: string, resourceId: string, since: Ms): Promise<void>
  /** Writes down when staff were told that the booking's bay is not free for it; null once that is over. */
  setBookingConflict(id: string, toldAt: Ms | null): Promise<void>
  /** @returns false when the reference is in use already; nothing is written then */
  insertBooking(booking: BookingRow): Promise<boolean>
  setBookingState(id: string, state: BookingState, paymentExpiresAt?: Ms | null): Promise<void>
  /** @param subject what the request made */
  insertIdempotent(principal: string, key: string, requestHash: string, subject: string): Promise<void>

  insertUser(user: UserRow): Promise<void>
  updateUser(id: string, change: Partial<Omit<UserRow, 'id' | 'username'>>): Promise<void>
  setPin(userId: string, pinHash: string): Promise<void>
  insertSession(session: SessionRow): Promise<void>
  touchSession(tokenHash: string, seenAt: Ms): Promise<void>
  lockSession(tokenHash: string, at: Ms): Promise<void>
  /** Opens a locked session again, used at `at`; its wrong tries are forgotten. */
  unlockSession(tokenHash: string, at: Ms): Promise<void>
  /** Counts a wrong try at the lock. */
  countUnlockFailure(tokenHash: string): Promise<void>
  deleteSession(tokenHash: string): Promise<void>
  /** Forgets what has run out at or before an instant: sessions, and pairing codes that nobody used. */
  forgetEnded(at: Ms): Promise<void>
  insertDevice(device: DeviceRow): Promise<void>
  touchDevice(id: string, seenAt: Ms): Promise<void>
  renameDevice(id: string, name: string): Promise<void>
  deleteDevice(id: string): Promise<boolean>
  insertPairingCode(code: PairingCodeRow): Promise<void>
  /** Removes the code, so that it serves once. @returns false when it was not there */
  takePairingCode(codeHash: string): Promise<boolean>

  appendClockLog(row: ClockLogRow): Promise<void>
  /**
   * Moves what runs out (holds, payment windows, sessions) and the times of washes under way, as far as they were begun
   * within an epoch, because business time itself has moved by so much. Pairing codes are void.
   */
  moveDeadlines(byMs: number, epoch: number): Promise<void>
  /** Keeps sessions as long as they would have lasted, where business time is about to be put ahead by so much. */
  moveSessions(byMs: number): Promise<void>
  /** Appends to the audit trail. @returns its position */
  appendEvent(event: EventInput): Promise<number>
}

/** What stamps the commits of a store, and is written down with each of them. */
export interface CommitClock {
  /** Business time, with fractions. */
  now(): number
  /** @param after the stamp before, where it may be another server's */
  commitStamp(after?: Ms): Ms
  mark(): ClockMark
}

/** Whether the store takes writes. One that does not goes on answering what it knows. */
export type StoreCondition =
  | { readonly is: 'writable' }
  /** Until there is room again, or until the server is started anew: see `StoreTrouble`. */
  | { readonly is: 'read_only'; readonly why: StoreTrouble; readonly since: Ms }

/** Why a store takes no writes; undefined while it does. */
export function reasonOf(condition: StoreCondition): StoreTrouble | undefined {
  return condition.is === 'read_only' ? condition.why : undefined
}

/** Where Kerbside keeps what it must not lose. Promises, so that a database across a network can stand behind it. */
export interface Store {
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /**
   * Reads for reports, which take their time: all of it sees the store as it is at the first read, whatever is written
   * meanwhile, and holds up nobody as long as the work gives way between its reads.
   */
  snapshot<T>(work: (queries: ReportQueries) => Promise<T>): Promise<T>
  /**
   * Runs the work in one transaction. The promise is fulfilled only after the commit is durable.
   * Work that throws is rolled back alone; it must await nothing but the transaction.
   * @throws StoreWriteError when the commit fails; then nothing was promised to anybody
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /**
   * Begins anew: everything goes, except the clock, which runs on. Nothing else is written meanwhile; a crash leaves
   * either what was there or the new store.
   * @param may decides by what is there, after the last write before this; false leaves everything as it is
   * @param first the first line of the new audit trail
   * @returns whether it was done
   * @throws StoreWriteError when the new store cannot be put in place; then everything is as it was
   */
  beginAnew(may: (queries: Queries) => Promise<boolean>, first: Omit<EventInput, 'at'>): Promise<boolean>
  /**
   * Goes on with a copy that was made of this store or of another: its schema is brought up to date, nobody is signed in,
   * and the clock runs on, however old the copy is. Nothing else is written meanwhile; a crash leaves either store whole.
   * @param copy a file that was looked through and found whole
   * @param first the line by which the audit trail of the copy goes on
   * @returns the folder in which what was replaced is kept
   * @throws StoreWriteError when the copy cannot be put in place; then everything is as it was
   */
  restoreFrom(copy: string, first: Omit<EventInput, 'at'>): Promise<{ readonly keptIn: string }>
  /**
   * Takes what was erased out of the log beside the file, too. @returns false when somebody was reading, so that it
   * stays there until the log is folded in of itself
   */
  clearLog(): Promise<boolean>
  /** A key of 32 bytes that never leaves the store, made on first use; another one after `beginAnew`. */
  readonly secretKey: Uint8Array
  /** The highest commit stamp ever given. */
  readonly lastStamp: Ms
  readonly condition: StoreCondition
  /** Looks whether a full disk has room again, and takes writes again where it has. Never after the disk has failed. */
  tryAgain(): Promise<void>
  close(): Promise<void>
}

/** The store cannot write: disk full, disk gone, or read-only. */
export class StoreWriteError extends Error {
  constructor(cause: unknown) {
    super('the store cannot write', { cause })
    this.name = 'StoreWriteError'
  }
}

/** What is said of a store that a whole site could not be written to. */
export function reasonInWords(error: unknown): unknown {
  if (!(error instanceof StoreWriteError)) return error
  const { cause } = error
  return new StoreOpenError(`${cause instanceof Error ? cause.message : String(cause)}. Nothing was changed.`, error)
}

/**
 * Waits for what may be left out while the store cannot write, such as when somebody was last seen.
 * @returns whether it was written
 */
export async function ifWritable(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing
    return true
  } catch (error) {
    if (!(error instanceof StoreWriteError)) throw error
    return false
  }
}

/** The store cannot be opened; the message says what to do. */
export class StoreOpenError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreOpenError'
  }
}
