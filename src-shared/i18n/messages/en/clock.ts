/** The words of the console's Clock screen, and of what staff are told about the clock wherever they are. */
export const clock = {
  'console.nav.clock': 'Clock',

  'clock.title': 'Clock',
  'clock.state': 'State of the clock',
  'clock.facts': 'The clock in figures',

  // The state: a name, what it means, what to do
  'clock.state.trusted': 'Trusted',
  'clock.state.provisional': 'Not confirmed yet',
  'clock.state.guarded': 'Guarded',
  'clock.state.rollback': 'The clock went back',
  'clock.state.forward_suspect': 'The clock leapt ahead',
  'clock.means.trusted':
    'Kerbside’s time is right: time sources or somebody in charge have confirmed it, and nothing has happened since.',
  'clock.means.provisional':
    'Kerbside began with this computer’s clock, and nothing has confirmed it yet. Bookings go on.',
  'clock.means.guarded':
    'This computer’s clock was changed. Kerbside keeps its own time, which is still right; nothing is blocked.',
  'clock.means.rollback':
    'Since the computer was started, its clock is behind the last time Kerbside recorded. New bookings are paused; check-in, completion and payment go on.',
  'clock.means.forward_suspect':
    'Since the computer was started, its clock is far ahead of the last time Kerbside recorded. New bookings are paused; check-in, completion and payment go on.',
  'clock.do.nothing': 'There is nothing to do.',
  'clock.do.wait':
    'Kerbside asks the time sources by itself. If none can be reached, compare this computer’s clock with another one, then vouch for it.',
  'clock.do.compare': 'No time sources are set up. Compare this computer’s clock with a telephone, then vouch for it.',
  'clock.do.setRight':
    'The time sources say that this computer’s clock is wrong. Set it right in the computer’s settings; do not vouch for it before.',
  'clock.do.agreesAgain':
    'This computer’s clock agrees with Kerbside’s time. Compare it with a telephone, then vouch for it.',
  'clock.do.compareThenVouch':
    'Compare this computer’s clock with a telephone. If it is wrong, set it right in the computer’s settings; once it is right, vouch for it.',

  // Figures
  'clock.fact.business': 'Kerbside’s time',
  'clock.fact.wall': 'This computer’s clock',
  'clock.fact.sources': 'Time sources',
  'clock.fact.epoch': 'Epoch',
  'clock.fact.epochHint': 'Goes up by one each time Kerbside’s time is set anew.',
  'clock.fact.restarts': 'Sleep and restarts',
  'clock.wall.agrees': 'Agrees to within {span}',
  'clock.wall.ahead': '{span} ahead of Kerbside’s time',
  'clock.wall.behind': '{span} behind Kerbside’s time',
  'clock.agreement.noSources': 'None set up',
  'clock.agreement.none': 'Too few of {total} agree to tell',
  'clock.agreement.both': '{count} of {total} agree: both clocks are right, ± {error}',
  'clock.agreement.business':
    '{count} of {total} agree: Kerbside’s time is right, this computer’s clock is not, ± {error}',
  'clock.agreement.wall': '{count} of {total} agree: this computer’s clock is right, Kerbside’s time is not, ± {error}',
  'clock.agreement.neither': '{count} of {total} agree: neither clock is right, ± {error}',
  'clock.boot.full': 'Both are noticed.',
  'clock.boot.noClock': 'This computer has no clock that counts sleep, so sleep is noticed less well.',
  'clock.boot.noId':
    'This computer does not tell one start from the next, so each start of Kerbside counts as a restart.',
  'clock.boot.neither':
    'This computer has no clock that counts sleep and does not tell one start from the next, so sleep is noticed less well and each start of Kerbside counts as a restart.',

  // Lengths of time
  'clock.none': '—',
  'clock.within': '± {span}',
  'clock.span.none': 'under 1 ms',
  'clock.span.milliseconds': '{value} ms',
  'clock.span.seconds': '{value} s',
  'clock.span.minutes': '{value} min',
  'clock.span.hours': '{value} h',
  'clock.span.days': '{value, number} d',
  'clock.span.two': '{large} {small}',
  'clock.span.plus': '+{span}',
  'clock.span.minus': '−{span}',

  // The plot
  'clock.plot.title': 'The last hours',
  'clock.plot.summary':
    'Over {span}, this computer’s clock was between {least} and {most} from Kerbside’s time; now {now}.',
  'clock.plot.summarySources': 'The time sources put true time {offset} from Kerbside’s, ± {uncertainty}.',
  'clock.plot.summaryNoSources': 'Time sources have not agreed just now.',
  'clock.plot.key': 'What the lines are',
  'clock.plot.wall': 'This computer’s clock',
  'clock.plot.sources': 'Time sources',
  'clock.plot.band': 'Their uncertainty',
  'clock.plot.zero': 'Kerbside’s time',
  'clock.plot.empty': 'Nothing to plot yet',
  'clock.plot.emptyHint':
    'Kerbside looks at the clocks every ten seconds. After half a minute a line appears here, and it grows to the last six hours.',
  'clock.plot.points': 'Show the points as a table',
  'clock.plot.caption': 'How far the clocks were from Kerbside’s time, newest first',
  'clock.plot.at': 'When',

  // Time sources
  'clock.sources.title': 'Time sources',
  'clock.sources.caption': 'Time sources and what they said last',
  'clock.sources.empty': 'No time sources are set up',
  'clock.sources.emptyHint':
    'Kerbside works well without. With the names of three time servers in KERBSIDE_NTP, it confirms the time by itself.',
  'clock.sources.column.name': 'Source',
  'clock.sources.column.offset': 'True time from Kerbside’s',
  'clock.sources.column.delay': 'Delay',
  'clock.sources.column.stratum': 'Stratum',
  'clock.sources.column.reach': 'Last eight tries',
  'clock.sources.column.state': 'State',
  'clock.sources.offset': '{offset} ± {error}',
  'clock.sources.reach': '{answered} of 8',
  'clock.sources.reachSpoken': 'answered {answered} of the last 8 tries',
  'clock.sources.good': 'Answers',
  'clock.trouble.notAsked': 'Not asked yet',
  'clock.trouble.silent': 'Does not answer',
  'clock.trouble.unreachable': 'Cannot be reached',
  'clock.trouble.unsynchronised': 'Does not know the time itself',
  'clock.trouble.implausible': 'Its answer cannot be right',
  'clock.trouble.not_an_answer': 'Its answer makes no sense',
  'clock.trouble.not_ours': 'Its answer was meant for somebody else',
  'clock.trouble.short': 'Its answer makes no sense',
  'clock.trouble.kiss': 'Asks to be left alone for a while',
  'clock.trouble.other': 'Gives no usable answer',

  // Pages that follow the clock
  'clock.clients.title': 'Who follows the clock',
  'clock.clients.caption': 'Pages that follow Kerbside’s time',
  'clock.clients.empty': 'Nobody follows the clock just now',
  'clock.clients.emptyHint': 'Kiosks and consoles that are open appear here, with how well they know the time.',
  'clock.clients.column.name': 'Name',
  'clock.clients.column.kind': 'Kind',
  'clock.clients.column.mode': 'State',
  'clock.clients.column.uncertainty': 'Knows the time to',
  'clock.clients.column.device': 'Its own clock',
  'clock.kind.kiosk': 'Kiosk',
  'clock.kind.staff': 'Console',
  'clock.kind.program': 'Program',
  'clock.clients.unnamed': 'Without a name',
  'clock.clients.notSaid': 'Has not said yet',
  'clock.mode.init': 'Connecting',
  'clock.mode.synced': 'Live',
  'clock.mode.doubt': 'Checking',
  'clock.mode.holdover': 'Runs on by itself',
  'clock.mode.offline': 'Offline',
  'clock.device.fine': 'Right',
  'clock.device.ahead': 'Device clock is {span} ahead',
  'clock.device.behind': 'Device clock is {span} behind',
  'clock.device.hint': 'A wrong device clock changes nothing here; set it right when you pass by.',

  // The log
  'clock.log.title': 'What happened to the clock',
  'clock.log.caption': 'Log of the clock, newest first',
  'clock.log.column.at': 'When',
  'clock.log.column.what': 'What happened',
  'clock.log.column.state': 'State',
  'clock.log.column.epoch': 'Epoch',
  'clock.log.column.wall': 'Computer’s clock',
  'clock.log.column.who': 'Who',
  'clock.log.column.why': 'Why',
  'clock.log.change': '{from} → {to}',
  'clock.log.changeSpoken': 'from {from} to {to}',
  'clock.log.started': 'Kerbside started',
  'clock.log.stepped': 'The computer’s clock was changed',
  'clock.log.drifted': 'The computer’s clock drifted away',
  'clock.log.slept': 'The computer slept for {span}',
  'clock.log.accepted': 'Kerbside’s time was set to the computer’s clock',
  'clock.log.confirmed': 'The computer’s clock was confirmed',
  'clock.log.by.clock': 'Kerbside',
  'clock.log.by.sources': 'Time sources',
  'clock.log.by.you': 'You',
  'clock.log.by.staff': 'Staff',
  'clock.log.because.sources': 'Time sources agree with it',

  // Vouching for the computer's clock
  'clock.vouch': 'Vouch for this computer’s clock',
  'clock.vouch.whyNot': 'Only the owner or an admin can vouch for the clock.',
  'clock.vouch.title': 'Vouch for this computer’s clock?',
  'clock.vouch.says': 'This computer’s clock says',
  'clock.vouch.confirm': 'Kerbside’s time stays as it is, and is trusted from now on.',
  'clock.vouch.nothing': 'The clock is trusted already and agrees. Nothing will change.',
  'clock.vouch.forward': 'Kerbside’s time moves forward by {span}, to the time above. Slots in between count as past.',
  'clock.vouch.back': 'Kerbside’s time moves back by {span}, to the time above.',
  'clock.vouch.epoch': 'The epoch goes up to {epoch}, and every kiosk and console sets its clock anew.',
  'clock.vouch.sourcesDisagree':
    'The time sources say that this computer’s clock is wrong. Set it right in the computer’s settings instead.',
  'clock.vouch.reason': 'Reason',
  'clock.vouch.reasonHint': 'Such as “Compared with my telephone”. It stands in the log with your name.',
  'clock.vouch.reasonFault': 'Say why, in a few words.',
  'clock.vouch.submit': 'Vouch for it',
  'clock.pin.title': 'Choose a PIN first',
  'clock.pin.lead': 'You have no PIN yet. It is asked for before acts that matter, such as this one.',
  'clock.pin.password': 'Your password',
  'clock.pin.passwordFault': 'Give your password.',
  'clock.pin.pin': 'New PIN',
  'clock.pin.pinHint': '4 to 8 digits',
  'clock.pin.pinFault': 'A PIN has 4 to 8 digits.',
  'clock.pin.again': 'New PIN again',
  'clock.pin.againFault': 'The two PINs are not the same.',
  'clock.pin.submit': 'Use this PIN',

  // Told on every screen
  'clock.banner.provisional':
    'The time is not confirmed yet. Bookings go on; Kerbside compares clocks as soon as it can.',
  'clock.banner.guarded': 'This computer’s clock was changed. Kerbside keeps its own time; nothing is blocked.',
  'clock.banner.guardedBy':
    'This computer’s clock was changed by {shift}. Kerbside keeps its own time; nothing is blocked.',
  'clock.banner.rollback': 'This computer’s clock went back. Bookings are paused until somebody vouches for the time.',
  'clock.banner.forward_suspect':
    'This computer’s clock leapt ahead. Bookings are paused until somebody vouches for the time.',
  'clock.banner.look': 'Look at Clock',
  'clock.toast.trusted': 'Kerbside’s time is trusted again.',
  'clock.toast.provisional': 'Kerbside was restarted; its time is not confirmed yet.',
  'clock.toast.guarded': 'This computer’s clock was changed. Kerbside keeps its own time.',
  'clock.toast.rollback': 'The clock went back. Bookings are paused.',
  'clock.toast.forward_suspect': 'The clock leapt ahead. Bookings are paused.',
} as const
