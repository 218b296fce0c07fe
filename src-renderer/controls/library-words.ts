import type { MessageKey } from '../../src-shared/i18n/translate.ts'
import { speech } from '../language/console-language.ts'

type Words = Readonly<Record<string, (values?: Readonly<Record<string, string | number>>) => string>>

const say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) =>
  speech.getState().t(key, { ...values })
const just = (key: MessageKey) => () => say(key)

/**
 * What the component library says of itself, from our own messages: it has no Hindi and no Malayalam. By package, as the
 * library asks; it throws for a word that is not here. What it knows of today it knows from the device's clock, so it is
 * not let say it (`CalendarPopover`).
 */
const words: Readonly<Record<string, Words>> = {
  '@react-aria/calendar': {
    previous: just('controls.calendar.previous'),
    next: just('controls.calendar.next'),
    selectedDateDescription: (values) => say('controls.calendar.selected', values),
    todayDate: (values) => String(values?.['date']),
    todayDateSelected: (values) => say('controls.calendar.selectedDay', values),
    dateSelected: (values) => say('controls.calendar.selectedDay', values),
    minimumDate: just('controls.calendar.earliest'),
    maximumDate: just('controls.calendar.latest'),
  },
  '@react-aria/datepicker': {
    calendar: just('controls.calendar'),
    year: just('controls.date.year'),
    month: just('controls.date.month'),
    day: just('controls.date.day'),
    hour: just('controls.time.hour'),
    minute: just('controls.time.minute'),
    selectedDateDescription: (values) => say('controls.calendar.selected', values),
    selectedTimeDescription: (values) => say('controls.time.selected', values),
  },
  // Which days may be chosen is said beside the field, by `DateField`.
  '@react-stately/datepicker': { rangeUnderflow: () => ' ', rangeOverflow: () => ' ' },
  '@react-aria/spinbutton': { Empty: just('controls.date.empty') },
  '@react-aria/combobox': {
    buttonLabel: just('controls.list.show'),
    listboxLabel: just('controls.list.name'),
    focusAnnouncement: (values) =>
      String(values?.['isSelected']) === 'true'
        ? say('controls.list.chosen', { name: String(values?.['optionText']) })
        : String(values?.['optionText']),
    countAnnouncement: (values) => say('controls.list.count', { count: Number(values?.['optionCount']) }),
    selectedAnnouncement: (values) => say('controls.list.chosen', { name: String(values?.['optionText']) }),
  },
  // For menus that open by a long press, which none does.
  '@react-aria/menu': { longPressMessage: () => ' ' },
  '@react-aria/overlays': { dismiss: just('common.close') },
}

// The place where the library looks for words before its own; one set, which speaks what the console speaks now.
Object.assign(globalThis, {
  [Symbol.for('react-aria.i18n.locale')]: 'en-US',
  [Symbol.for('react-aria.i18n.strings')]: words,
})
