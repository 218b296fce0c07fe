import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ourFiles } from './source-files.ts'

/** Files whose buttons are no actions of a screen, by path below `src-renderer/`, with why. */
const exempt: readonly { readonly files: RegExp; readonly why: string }[] = [
  { files: /^controls\//, why: 'what buttons are made of' },
  { files: /^(sign-in|setup)\//, why: 'nobody is signed in, and there is no palette' },
  { files: /^admin\/backups\/Recovery/, why: 'there is no store, and no palette' },
  { files: /(Dialog|shell\/Shortcuts)\.tsx$/, why: 'answers to what a command has asked' },
  { files: /^counter\//, why: 'steps of a walk-in, an exit or a payment that is under way' },
  { files: /^undo\//, why: 'answers to a message, which has a key of its own' },
  { files: /^printing\//, why: 'parts of the display dialog, and answers to a print that failed' },
  { files: /^lot-file\//, why: 'parts of a form' },
  { files: /(News|-news)\.tsx$/, why: 'answers to a message, which has a key of its own' },
  { files: /^(admin\/(form|plan|site)|tariffs\/editor)\//, why: 'tools of a draft, on which the focus is' },
  {
    files: /^admin\/(account\/PasswordForm|backups\/(BackupSettingsForm|PassphraseForm|SealingFields))\.tsx$/,
    why: 'the end of a form',
  },
  { files: /^admin\/hours\/DayHours\.tsx$/, why: 'lines of a form' },
  { files: /^updates\//, why: 'on the desktop only, where the menu has it' },
  {
    files: /^shell\/(Header|ScreenBoundary)\.tsx$/,
    why: 'the menu, the palette itself, and the page when it is broken',
  },
]

/** Buttons that no command is for, by file and a part of their words, with why. */
const exceptions: readonly { readonly file: string; readonly has: string; readonly why: string }[] = [
  { file: 'admin/hours/WeekForm.tsx', has: 'hidden', why: 'lets Enter send the form' },
  { file: 'admin/installation/SettingsScreen.tsx', has: 'type="submit"', why: 'the end of a form' },
  { file: 'audit/Audit.tsx', has: 'audit.subjectOff', why: 'ends what the list was narrowed to' },
  { file: 'audit/AuditList.tsx', has: 'audit.more', why: 'goes on with a list' },
  { file: 'audit/EventSheet.tsx', has: 'audit.sheet.about', why: 'narrows the list to what is shown' },
  { file: 'bookings/BayPicker.tsx', has: 'counter.book.onMap', why: 'a part of a form' },
  { file: 'bookings/BookingList.tsx', has: 'console.bookings.clear', why: 'ends what the list was narrowed to' },
  {
    file: 'bookings/BookingTable.tsx',
    has: 'onAction(next)',
    why: 'the next step, which the sheet has with the others',
  },
  { file: 'bookings/DaySwitcher.tsx', has: 'onDate', why: 'narrows the list' },
  { file: 'help/HelpCalls.tsx', has: 'notices.help.take', why: 'answers to a message, which has a key of its own' },
  { file: 'kiosks/PairingCode.tsx', has: 'pairing', why: 'answers to what a command has asked' },
  { file: 'lot/BaySheet.tsx', has: 'common.close', why: 'Escape' },
  { file: 'lot/BayTable.tsx', has: 'lot.openBay', why: 'opens the sheet, whose actions have commands' },
  { file: 'lot/LotCounts.tsx', has: 'lot-counts', why: 'narrows the map' },
  { file: 'lot/LotScreen.tsx', has: 'common.cancel', why: 'ends what is under way' },
  { file: 'permits/Permits.tsx', has: 'permits.clear', why: 'ends what the list was narrowed to' },
  { file: 'receipts/ReceiptDays.tsx', has: 'receipts.', why: 'narrows the list' },
  { file: 'receipts/Receipts.tsx', has: 'receipts.showToday', why: 'narrows the list' },
  { file: 'receipts/RelatedReceipts.tsx', has: 'onOther', why: 'goes from a sheet to another' },
  {
    file: 'tariffs/Tariffs.tsx',
    has: 'tariffs.draft.discard',
    why: 'asks nothing and cannot be meant by a slip: the focus must be on it',
  },
  { file: 'wash-board/WashBoard.tsx', has: 'wash.undo', why: 'takes back, which has its own key' },
  { file: 'wash-board/WashSheet.tsx', has: 'column', why: 'the columns of `wash.open`' },
]

interface FoundButton {
  readonly file: string
  readonly line: number
  readonly text: string
  /** As it stands in the source; a part that is computed is `*`. */
  readonly command: string | undefined
}

/**
 * Holds the console's buttons and the palette's commands against each other.
 * @param commands every command that the palette knows
 * @returns what is wrong, one line each
 */
export function findCommandFaults(root: string, commands: readonly string[]): string[] {
  const buttons = ourFiles(root)
    .filter((file) => /^src-renderer\/.*\.tsx$/.test(file))
    .flatMap((file) => buttonsIn(file.replace('src-renderer/', ''), readFileSync(join(root, file), 'utf8')))
  const borne = new Set(buttons.flatMap(({ command }) => command ?? []))
  const without = buttons
    .filter((button) => button.command === undefined && !isExempt(button))
    .map(({ file, line }) => `src-renderer/${file}:${line}: a button without a command`)
  const unknown = [...borne]
    .filter((command) => !commands.some((known) => matches(command, known)))
    .map((command) => `${command}: a button bears it, and the palette does not know it`)
  const missing = commands
    .filter((known) => ![...borne].some((command) => matches(command, known)))
    .map((known) => `${known}: the palette knows it, and no button bears it`)
  return [...without, ...unknown, ...missing]
}

function matches(borne: string, known: string): boolean {
  return borne.endsWith('*') ? known.startsWith(borne.slice(0, -1)) : borne === known
}

function isExempt({ file, text }: FoundButton): boolean {
  return (
    exempt.some(({ files }) => files.test(file)) ||
    exceptions.some((one) => one.file === file && text.includes(one.has))
  )
}

function buttonsIn(file: string, source: string): FoundButton[] {
  return [...source.matchAll(/<(?:Button|button)\s/g)].map(({ index }) => {
    const tag = source.slice(index, endOfTag(source, index))
    const [, plain, computed] = /data-command=(?:"([^"]+)"|\{`([^`]+)`\})/.exec(tag) ?? []
    const close = source.slice(index).search(/<\/(?:Button|button)>/)
    return {
      file,
      line: source.slice(0, index).split('\n').length,
      text: tag.endsWith('/>') || close < 0 ? tag : source.slice(index, index + close),
      command: plain ?? computed?.replace(/\$\{.*\}$/, '*'),
    }
  })
}

/** Where an opening tag ends: at the first `>` outside of braces. */
function endOfTag(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}') depth--
    else if (source[at] === '>' && depth === 0) return at + 1
  }
  return source.length
}
