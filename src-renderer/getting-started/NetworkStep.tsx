import type { Network, NetworkChoice } from '../../src-shared/api/network-schemas.ts'
import { useT } from '../../src-shared/ui/translator.tsx'
import { api } from '../connection/console-api.ts'
import { useTask } from '../connection/use-task.ts'
import { FailureNote } from '../controls/FailureNote.tsx'
import { ResourceView } from '../controls/ResourceView.tsx'
import { FirewallHint } from './FirewallHint.tsx'
import { useNetwork } from './use-network.ts'

/** Which address tablets are told, the name beside it, and the firewall in between. A choice counts as soon as it is made. */
export function NetworkStep() {
  const { resource, refresh } = useNetwork()
  const { task, run } = useTask()
  const choose = (body: NetworkChoice) =>
    void run(async () => {
      await api.call('PUT /api/v1/network', { body })
      await refresh()
    })
  return (
    <ResourceView resource={resource} onRetry={() => void refresh()}>
      {(network) => (
        <>
          <Addresses network={network} onChoose={choose} />
          <Name network={network} onChoose={choose} />
          {task.is === 'failed' && <FailureNote failure={task.failure} />}
          <FirewallHint network={network} />
        </>
      )}
    </ResourceView>
  )
}

interface PartProps {
  readonly network: Network
  readonly onChoose: (choice: NetworkChoice) => void
}

function Addresses({ network, onChoose }: PartProps) {
  const t = useT()
  const { addresses, announce, by_hand: byHand, chosen, fixed } = network
  if (addresses.length === 0) return <p className="note note--warning">{t('start.network.none')}</p>
  if (fixed) return <p className="note note--info">{t('start.network.fixed', { page: network.page ?? '' })}</p>
  const choices = [null, ...addresses]
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('start.network.address')}</legend>
      {choices.map((one) => (
        <label className="choice" key={one?.address ?? 'any'}>
          <input
            type="radio"
            name="address"
            checked={one === null ? !byHand : byHand && chosen === one.address}
            onChange={() => onChoose({ address: one?.address ?? null, announce })}
          />
          <span className="choice__name">{one?.address ?? t('start.network.any')}</span>
          <span className="choice__detail">
            {one === null
              ? t('start.network.anyDetail', { address: chosen ?? '' })
              : t('start.network.card', { name: one.interface })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Name({ network, onChoose }: PartProps) {
  const t = useT()
  const { announce, by_hand: byHand, chosen, name, name_state: state } = network
  return (
    <fieldset className="choices">
      <legend className="field__label">{t('start.network.name')}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={announce && state !== 'forbidden'}
          disabled={state === 'forbidden'}
          onChange={({ target }) => onChoose({ address: byHand ? chosen : null, announce: target.checked })}
        />
        <span className="choice__name">{t('start.network.announce')}</span>
        <span className="choice__detail" role="status">
          {t(`start.network.state.${state}`, { name: name ?? '' })}
        </span>
      </label>
    </fieldset>
  )
}
