import { useState } from 'react'
import { useStore } from 'zustand/react'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { AidSign } from '../aids/AidSign.tsx'
import { useLaterT } from '../aids/later-words.ts'
import { Busy } from '../frame/Busy.tsx'
import { QuestionDialog } from '../frame/QuestionDialog.tsx'
import type { Help, HelpLine } from './help-call.ts'

/** One touch calls the attendant; what stands on it afterwards says whether somebody comes. */
export function HelpButton({ line }: { readonly line: HelpLine }) {
  const t = useLaterT()
  const help = useStore(line.state)
  const [isOpen, setIsOpen] = useState(false)
  // The next customer has not asked for it.
  if (help.is === 'none' && isOpen) setIsOpen(false)
  const open = (): void => {
    // Whoever is being waited for is not called a second time.
    if (help.is === 'none' || help.is === 'failed' || help.is === 'withdrawn') line.call()
    setIsOpen(true)
  }
  return (
    <>
      <button type="button" className="button aid" data-help={help.is} onClick={open}>
        <AidSign drawing="M12 4a6 6 0 0 0-6 6v4l-2 4h16l-2-4v-4a6 6 0 0 0-6-6zM10 21h4M12 1v3" />
        {shortWords(help, t)}
      </button>
      <p className="visually-hidden" role="status">
        {help.is === 'coming' && t('kiosk.help.coming.title')}
      </p>
      {isOpen && <HelpDialog help={help} line={line} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface HelpDialogProps {
  readonly help: Help
  readonly line: HelpLine
  readonly onClose: () => void
}

function HelpDialog({ help, line, onClose }: HelpDialogProps) {
  const t = useLaterT()
  const { title, body } = dialogWords(help, t)
  return (
    <QuestionDialog title={title} body={body} onCancel={onClose}>
      {(help.is === 'calling' || help.is === 'withdrawing') && <Busy words={t('common.loading')} />}
      {/* The words change while the dialog is open, and are heard then. */}
      <p className="visually-hidden" role="status">
        {title}
      </p>
      {help.is === 'failed' && (
        <button type="button" className="button" onClick={() => line.call()}>
          {t('common.tryAgain')}
        </button>
      )}
      {(help.is === 'waiting' || help.is === 'coming') && (
        <button type="button" className="button" onClick={() => line.withdraw()}>
          {t('kiosk.help.withdraw')}
        </button>
      )}
      <button type="button" className="button button--primary" onClick={onClose}>
        {t('kiosk.help.close')}
      </button>
    </QuestionDialog>
  )
}

function dialogWords(help: Help, t: Translator): { readonly title: string; readonly body: string } {
  switch (help.is) {
    case 'none':
    case 'calling':
      return { title: t('kiosk.help.calling'), body: '' }
    case 'withdrawing':
    case 'withdrawn':
      return { title: t('kiosk.help.withdrawn.title'), body: t('kiosk.help.withdrawn.body') }
    case 'waiting':
      return { title: t('kiosk.help.called.title'), body: t('kiosk.help.called.body') }
    case 'coming':
      return { title: t('kiosk.help.coming.title'), body: t('kiosk.help.coming.body') }
    case 'failed':
      return help.failure === 'rate_limited'
        ? { title: t('kiosk.help.often.title'), body: t('kiosk.help.often.body') }
        : { title: t('kiosk.help.failed.title'), body: t('kiosk.help.failed.body') }
  }
}

function shortWords(help: Help, t: Translator): string {
  if (help.is === 'waiting') return t('kiosk.help.called.short')
  return help.is === 'coming' ? t('kiosk.help.coming.short') : t('kiosk.help.call')
}
