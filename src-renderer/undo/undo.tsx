import { create } from 'zustand/react'
import { toast } from 'react-toastify/unstyled'
import type { Translator } from '../../src-shared/i18n/translate.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { failureOf, wordsOf } from '../connection/failure.ts'
import { Button } from '../controls/Button.tsx'
import { useSingleKeys } from '../shell/single-keys.ts'

/** So long “Undo” is offered; longer while the pointer or the focus is on it. */
const OFFER_MS = 10_000

/** As it is printed on the keyboard. */
const undoKey = 'Ctrl Z'

interface Offer {
  readonly id: string
  readonly takeBack: () => Promise<unknown>
}

interface Offers {
  /** What can be taken back, the newest last. */
  readonly open: readonly Offer[]
  /** The one whose inverse was sent and is not answered. */
  readonly busy: string | undefined
}

const useOffers = create<Offers>(() => ({ open: [], busy: undefined }))
let made = 0

/**
 * Says that something is done, and offers to take it back: by its button, Z or Ctrl Z.
 * @param words what was done
 * @param takeBack the inverse, an ordinary request whose own rules decide again; throws ApiError when it is refused
 */
export function offerUndo(words: string, takeBack: () => Promise<unknown>): void {
  made += 1
  const id = `undo-${made}`
  useOffers.setState(({ open }) => ({ open: [...open, { id, takeBack }] }))
  toast.success(<UndoNews id={id} words={words} />, {
    toastId: id,
    autoClose: OFFER_MS,
    pauseOnHover: true,
    closeOnClick: false,
    onClose: () => forget(id),
  })
}

/** Takes back what was done last, while that is offered. */
export function undoLast(t: Translator): void {
  const last = useOffers.getState().open.at(-1)
  if (last !== undefined) void undo(last.id, t)
}

/** What one person has done is not the next one's to take back. */
export function forgetUndo(): void {
  for (const { id } of useOffers.getState().open) toast.dismiss(id)
  useOffers.setState({ open: [], busy: undefined })
}

function forget(id: string): void {
  useOffers.setState(({ open }) => ({ open: open.filter((offer) => offer.id !== id) }))
}

/** Has a message stay: a pause would end with the next one of another message. */
function stay(id: string): void {
  toast.update(id, { autoClose: false })
}

async function undo(id: string, t: Translator): Promise<void> {
  const { open, busy } = useOffers.getState()
  const offer = open.find((one) => one.id === id)
  if (offer === undefined || busy !== undefined) return
  useOffers.setState({ busy: id })
  stay(id)
  try {
    await offer.takeBack()
    toast.info(t('undo.done'))
  } catch (error) {
    toast.error(t('undo.refused', { why: wordsOf(failureOf(error), t) }))
  } finally {
    useOffers.setState({ busy: undefined })
    forget(id)
    toast.dismiss(id)
  }
}

function UndoNews({ id, words }: { readonly id: string; readonly words: string }) {
  const t = useT()
  const isBusy = useOffers(({ busy }) => busy === id)
  const { areOn } = useSingleKeys()
  return (
    // The pointer pauses it by itself; whoever comes by the keyboard has as much time.
    <div className="news" onFocus={() => stay(id)} onBlur={() => toast.update(id, { autoClose: OFFER_MS })}>
      <p>{words}</p>
      <Button busy={isBusy} aria-keyshortcuts={areOn ? 'z Control+Z' : 'Control+Z'} onClick={() => void undo(id, t)}>
        {t('undo.undo')} <kbd aria-hidden="true">{undoKey}</kbd>
      </Button>
    </div>
  )
}
