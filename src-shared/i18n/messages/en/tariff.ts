import { tariffLines } from './tariff-lines.ts'

/** The words of prices: a price's lines, the poster, and what is wrong with a plan. */
export const tariff = {
  ...tariffLines,
  'tariff.class.car': 'Car',
  'tariff.class.suv': 'SUV',
  'tariff.class.two_wheeler': 'Two-wheeler',
  'tariff.class.accessible': 'Accessible',
  'tariff.class.ev': 'EV',
  'tariff.class.permit': 'Permit',

  // A length of time on the poster, as in "first hour", "per 2 hours"
  'tariff.span.hours': '{count, plural, one {hour} other {# hours}}',

  // The poster
  'tariff.poster.line': '{who}: {price}',
  'tariff.poster.band': '{band} {from}–{to}: {price}',
  'tariff.poster.bandFor': '{band} {from}–{to}, {who}: {price}',
  'tariff.poster.free': 'free',
  'tariff.poster.then': 'then {price}',
  'tariff.poster.per': '{price} per {step}',
  'tariff.poster.perUntil': '{price} per {step} up to {until}',
  'tariff.poster.first': '{price} first {until}',
  'tariff.poster.flatUntil': '{price} up to {until}',
  'tariff.poster.flatOpen': '{price} flat',
  'tariff.poster.tier': '{price} up to {until}',
  'tariff.poster.tierOpen': '{price} in all',
  'tariff.poster.cap.24_hours': 'at most {price}',
  'tariff.poster.cap.calendar_day': 'at most {price} a day',

  // The rules besides the prices
  'tariff.fact.entryGrace': 'Free up to',
  'tariff.fact.exitGrace': 'Time to leave after paying',
  'tariff.fact.overstay': 'After a booked end',
  'tariff.fact.lostTicket': 'Lost ticket',
  'tariff.fact.tax': 'Tax',
  'tariff.fact.noGrace': 'none',
  'tariff.fact.atLeast': 'at least {price}',
  'tariff.fact.taxIncluded': '{label} {share}, included in the prices',
  'tariff.fact.taxOnTop': '{label} {share}, on top of the prices',
  'tariff.fact.overstay.tariff': 'priced as a new stay',
  'tariff.fact.overstay.surcharge': 'priced as a new stay, and {price} more per {step}',
  'tariff.change.band': '{from}–{to}, {who}: {price}',

  // What keeps a plan from being used
  'tariff.problem.class_missing': 'No rate is for {class}. Each class of bay needs one.',
  'tariff.problem.class_twice': '{class} has a price already. Take it out here or there.',
  'tariff.problem.first_line_late': 'The first line must begin at minute 0.',
  'tariff.problem.line_empty': 'This line must end after it begins.',
  'tariff.problem.line_gap': 'No line covers the time from minute {end} to minute {begin}.',
  'tariff.problem.line_overlap': 'The line before ends at minute {end}; this one must begin there.',
  'tariff.problem.line_after_open': 'The line before has no end, so nothing can follow it.',
  'tariff.problem.last_line_ends': 'The last line must have no end, so that every stay has a price.',
  'tariff.problem.tier_cheaper':
    'This price is below what the lines before it come to, so a longer stay would cost less.',
  'tariff.problem.band_empty': 'The hours must end at another time than they begin.',
  'tariff.problem.band_overlap': 'These hours overlap those of “{other}” for {class}.',
  'tariff.problem.cap_below_first': 'The day’s limit is below the first price, so nobody would ever pay that price.',

  // What is allowed and may be a slip
  'tariff.problem.cap_below_band': '“{band}” costs more than a day may cost here.',
  'tariff.problem.price_ends': 'After minute {begin}, nothing more is charged, however long the stay.',
  'tariff.problem.step_cut': 'The last step is shorter than the others, and costs as much.',
  'tariff.problem.lost_ticket_cheap': 'A lost ticket costs less than a day’s limit, so losing it may pay.',
} as const
