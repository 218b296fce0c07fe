import { useEffect, useRef } from 'react'
import { toast } from 'react-toastify/unstyled'
import type { HelpCall } from '../../src-shared/api/help-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { useTellAttention } from '../attention/attention-store.ts'
import { api } from '../connection/console-api.ts'
import { wordsOf } from '../connection/failure.ts'
import { useNotifications } from '../connection/live.ts'
import { useResource } from '../connection/use-resource.ts'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { offerUndo } from '../undo/undo.tsx'

const none: readonly HelpCall[] = []

/** Kiosks that call for help: a message for each, which stays until somebody is on the way, and how many there are. */
export function HelpCalls() {
  const t = useT()
  const { resource } = useResource({
    key: 'help-calls',
    load: () => api.call('GET /api/v1/help-calls'),
    refreshOn: ({ type }) => type.startsWith('help_'),
  })
  useNotifications((news) => {
    if (news.type === 'help_withdrawn') toast.info(t('notices.help.withdrawn', { kiosk: news.kiosk }))
  })
  const calls = 'value' in resource ? resource.value.calls : none
  useHelpToasts(calls)
  useTellAttention('help', 'value' in resource ? calls.map(({ id, called_at: at }) => `${id} ${at}`) : null)
  if (calls.length === 0) return null
  return (
    <button
      data-command="shell.help"
      type="button"
      className="button button--quiet notice-button"
      aria-label={t('notices.help.badge', { count: calls.length })}
      title={t('notices.help.badge', { count: calls.length })}
      onClick={() => {
        for (const call of calls) showCall(call)
      }}
    >
      <HelpSign />
      <span className="notice-button__count" aria-hidden="true">
        {calls.length}
      </span>
    </button>
  )
}

const toastOf = ({ id }: HelpCall) => `help-${id}`

function showCall(call: HelpCall): void {
  toast.warning(<HelpNews call={call} />, { toastId: toastOf(call), autoClose: false })
}

/** Each call is told once, and again by its badge; one that somebody has taken, here or elsewhere, goes. */
function useHelpToasts(calls: readonly HelpCall[]): void {
  const told = useRef(new Map<string, HelpCall>())
  useEffect(() => {
    for (const call of calls) {
      // A kiosk that calls once more is told of once more.
      if (told.current.get(call.id)?.called_at !== call.called_at) showCall(call)
      told.current.set(call.id, call)
    }
    for (const [id, call] of told.current) {
      if (calls.some((one) => one.id === id)) continue
      told.current.delete(id)
      toast.dismiss(toastOf(call))
    }
  }, [calls])
}

function HelpNews({ call }: { readonly call: HelpCall }) {
  const t = useT()
  const { task, run } = useTask()
  const { id, kiosk } = call
  const take = async () => {
    await api.call('POST /api/v1/help-calls/{id}/take', { params: { id } })
    toast.dismiss(toastOf(call))
    offerUndo(t('notices.help.taken', { kiosk }), () =>
      api.call('POST /api/v1/help-calls/{id}/release', { params: { id } }),
    )
  }
  return (
    <div className="news">
      <p>{t('notices.help_called', { kiosk })}</p>
      <Button busy={task.is === 'busy'} onClick={() => void run(take)}>
        {t('notices.help.take')}
      </Button>
      {task.is === 'failed' && <p role="alert">{wordsOf(task.failure, t)}</p>}
    </div>
  )
}

function HelpSign() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      aria-hidden="true"
    >
      <path d="M12 4a6 6 0 0 0-6 6v4l-2 4h16l-2-4v-4a6 6 0 0 0-6-6zM10 21h4M12 1v3" strokeLinejoin="round" />
    </svg>
  )
}
