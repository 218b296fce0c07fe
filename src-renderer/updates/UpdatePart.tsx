import { useState } from 'react'
import type { DesktopBridge } from '../../src-shared/desktop/desktop-bridge.ts'
import type { UpdateState, UpdateView } from '../../src-shared/desktop/updates.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { ChoiceField } from '../admin/form/TextField.tsx'
import { useTask } from '../connection/use-task.ts'
import { Button } from '../controls/Button.tsx'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ReadyVersion } from './ReadyVersion.tsx'
import { useUpdates } from './use-updates.ts'

/** Newer versions of this computer's Kerbside: what there is, and whether it looks for them by itself. */
export function UpdatePart({ bridge }: { bridge: DesktopBridge }) {
  const t = useT()
  const view = useUpdates(bridge)
  return (
    <section className="admin-part admin-form--narrow" aria-labelledby="updates">
      <h2 id="updates">{t('updates.title')}</h2>
      <p>{t('updates.version', { version: bridge.version })}</p>
      {view !== null && <Known bridge={bridge} view={view} />}
    </section>
  )
}

function Known({ bridge, view }: { bridge: DesktopBridge; view: UpdateView }) {
  const t = useT()
  const { state } = view
  if (state.is === 'none') return <p>{t(`updates.none.${state.why}`)}</p>
  if (state.is === 'ready') {
    return (
      <>
        <ReadyVersion bridge={bridge} version={state.version} notes={state.notes} />
        <Preferences bridge={bridge} view={view} />
      </>
    )
  }
  return (
    <>
      <Progress state={state} />
      <Look bridge={bridge} isBusy={state.is === 'looking' || state.is === 'downloading'} />
      <Preferences bridge={bridge} view={view} />
    </>
  )
}

/** How far it is. Always in the page, so that a screen reader hears what comes to stand in it. */
function Progress({ state }: { state: Exclude<UpdateState, { is: 'none' } | { is: 'ready' }> }) {
  const t = useT()
  if (state.is === 'failed') {
    return (
      <p className="note note--danger" role="alert">
        {t(`updates.failed.${state.why}`)}
      </p>
    )
  }
  if (state.is === 'downloading') {
    const { version, percent } = state
    return (
      <div>
        <p>{t('updates.downloading', { version, percent })}</p>
        <progress aria-label={t('updates.progress', { version })} max={100} value={percent} />
      </div>
    )
  }
  return (
    <p role="status">
      {state.is === 'looking' ? t('updates.looking') : state.looked ? t('updates.current') : t('updates.notLooked')}
    </p>
  )
}

function Look({ bridge, isBusy }: { bridge: DesktopBridge; isBusy: boolean }) {
  const t = useT()
  const { task, run } = useTask()
  const look = () =>
    run(async () => {
      await bridge.updates.check()
    })
  return (
    <div>
      <Button busy={isBusy || task.is === 'busy'} onClick={() => void look()}>
        {t('updates.look')}
      </Button>
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </div>
  )
}

function Preferences({ bridge, view }: { bridge: DesktopBridge; view: UpdateView }) {
  const t = useT()
  const { task, run } = useTask()
  const [shown, setShown] = useState(view.preferences)
  if (view.ofNewer) return <p className="field__hint">{t('updates.ofNewer')}</p>
  const change = (more: Partial<typeof shown>) => {
    const next = { ...shown, ...more }
    setShown(next)
    void run(async () => {
      await bridge.updates.set(next)
    })
  }
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={shown.check} onChange={(event) => change({ check: event.target.checked })} />
        <span>{t('updates.check')}</span>
      </label>
      <ChoiceField
        label={t('updates.channel')}
        value={shown.channel}
        options={[
          ['stable', t('updates.channel.stable')],
          ['beta', t('updates.channel.beta')],
        ]}
        onValue={(channel) => change({ channel: channel === 'beta' ? 'beta' : 'stable' })}
      />
      {task.is === 'failed' && <FailureNote failure={task.failure} />}
    </>
  )
}
